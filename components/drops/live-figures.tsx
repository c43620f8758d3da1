'use client';

import { useTranslations } from 'use-intl';

import { Card, SectionHead } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { Stat, Stats } from '@/components/ui/stat';
import type { DropCounts, StockCount } from '@/lib/drops/queries';

import { ChannelCounts } from './staff/channel-counts';
import { ClaimsChart } from './staff/claims-chart';
import { useLiveDrop } from './staff/live-drop';
import { RefusalCounts } from './staff/refusal-counts';
import { useDropCounts } from './staff/use-drop-counts';

type Props = { dropId: string; first: DropCounts; names: Record<string, string> };

/** The figures of a drop for staff, as they change: units, by channel, refusals, and claims over time. */
export function LiveFigures({ dropId, first, names }: Props) {
  const t = useTranslations('drops.staff');
  const counts = useDropCounts(dropId, first, useLiveDrop()?.heard ?? 0);
  const sum = (what: 'remaining' | 'held' | 'paid' | 'released') => counts.stock.reduce((total, each) => total + each[what], 0);
  return (
    <section aria-labelledby="live" className="grid gap-5">
      <SectionHead id="live" title={t('liveTitle')} lead={t('liveLead')} />
      <Card className="grid gap-6">
        <Stats>
          <Stat label={t('remaining')} value={sum('remaining')} />
          <Stat label={t('held')} value={sum('held')} />
          <Stat label={t('paid')} value={sum('paid')} />
          <Stat label={t('released')} value={sum('released')} />
          <Stat label={t('reserved')} value={counts.reserved} />
          <Stat label={t('live.waiting')} value={counts.waiting} />
        </Stats>
        <div className="grid gap-3">
          {byVariant(counts.stock).map(({ variantId, units, remaining }) => (
            <Progress key={variantId} showLabel label={names[variantId] ?? ''} value={units - remaining} max={units} valueText={`${units - remaining} / ${units}`} />
          ))}
        </div>
        {counts.pace && <ClaimsChart pace={counts.pace} />}
      </Card>
      <ChannelCounts stock={counts.stock} names={names} />
      <RefusalCounts refusals={counts.refusals} />
    </section>
  );
}

function byVariant(stock: StockCount[]): { variantId: string; units: number; remaining: number }[] {
  const sums = new Map<string, { variantId: string; units: number; remaining: number }>();
  for (const { variantId, units, remaining } of stock) {
    const sum = sums.get(variantId) ?? { variantId, units: 0, remaining: 0 };
    sums.set(variantId, { variantId, units: sum.units + units, remaining: sum.remaining + remaining });
  }
  return [...sums.values()];
}
