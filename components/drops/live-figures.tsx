'use client';

import { useTranslations } from 'use-intl';

import { Card, SectionHead } from '@/components/ui/card';
import { Stat, Stats } from '@/components/ui/stat';
import type { Locale } from '@/lib/core/locale';

import { ChannelCounts } from './staff/channel-counts';
import { ClaimsChart } from './staff/claims-chart';
import { useCounts } from './staff/live-counts';
import { RefusalCounts } from './staff/refusal-counts';
import { WaveFigures } from './staff/wave-figures';

type Props = { slug: string; names: Record<string, string>; locale: Locale };

/** The figures of a drop for staff, as they change: wave by wave, by channel, refusals, and claims over time. */
export function LiveFigures({ slug, names, locale }: Props) {
  const t = useTranslations('drops.staff');
  const counts = useCounts();
  const { stock, waves, pace } = counts;
  return (
    <section aria-labelledby="live" className="grid gap-5">
      <SectionHead id="live" title={t('liveTitle')} lead={t('liveLead')} />
      {waves.map((wave) => (
        <WaveFigures
          key={wave.number}
          wave={wave}
          stock={stock.filter((each) => each.wave === wave.number)}
          slug={slug}
          names={names}
          locale={locale}
        />
      ))}
      <Card className="grid gap-6">
        <Stats>
          <Stat label={t('reserved')} value={counts.reserved} />
          <Stat label={t('live.waiting')} value={counts.waiting} />
        </Stats>
        {pace && <ClaimsChart pace={pace} />}
      </Card>
      <ChannelCounts stock={stock} names={names} />
      <RefusalCounts refusals={counts.refusals} />
    </section>
  );
}
