'use client';

import { useTranslations } from 'use-intl';

import { Card } from '@/components/ui/card';
import { ShopTime } from '@/components/forms/shop-time';
import { TextLink } from '@/components/ui/link';
import { Progress } from '@/components/ui/progress';
import { Stat, Stats } from '@/components/ui/stat';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { StockCount, WaveCount } from '@/lib/drops/queries';

import { PhaseBadge } from '../drop-phase';
import { Projection } from './projection';

type Props = { wave: WaveCount; stock: StockCount[]; slug: string; names: Record<string, string>; locale: Locale };

/** One wave: where it stands, its times, and what became of its units, those set aside apart from those for everyone. */
export function WaveFigures({ wave, stock, slug, names, locale }: Props) {
  const t = useTranslations('drops');
  const sum = (what: 'remaining' | 'held' | 'paid' | 'released' | 'entrants', of = stock) =>
    of.reduce((total, each) => total + each[what], 0);
  const aside = stock.filter(({ channel }) => channel !== 'PUBLIC');
  const ranked = wave.decidesAt !== null;
  return (
    <Card as="section" className="grid gap-5" aria-label={t('draw.wave', { number: wave.number })}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1.5">
        <h3 className="text-subheading">{t('draw.wave', { number: wave.number })}</h3>
        <PhaseBadge phase={wave.phase} />
        <Times wave={wave} locale={locale} />
        {wave.decided && (
          <TextLink href={inLocale(locale, paths.draw(slug))} className="text-[0.9375rem]">
            {t('staff.live.result')}
          </TextLink>
        )}
      </div>
      <Stats>
        {ranked && <Stat label={t('draw.entries')} value={sum('entrants')} />}
        <Stat
          label={t('staff.live.leftForAll')}
          value={sum(
            'remaining',
            stock.filter(({ channel }) => channel === 'PUBLIC'),
          )}
        />
        {aside.length > 0 && <Stat label={t('staff.live.leftAside')} value={sum('remaining', aside)} />}
        <Stat label={t('staff.held')} value={sum('held')} />
        <Stat label={t('staff.paid')} value={sum('paid')} />
        <Stat label={t('staff.released')} value={sum('released')} />
      </Stats>
      <Projection wave={wave} stock={stock} locale={locale} className="text-[0.9375rem] text-muted" />
      <div className="grid gap-3">
        {byVariant(stock).map(({ variantId, units, remaining }) => (
          <Progress
            key={variantId}
            showLabel
            label={names[variantId] ?? ''}
            value={units - remaining}
            max={units}
            valueText={`${units - remaining} / ${units}`}
          />
        ))}
      </div>
    </Card>
  );
}

function Times({ wave: { opensAt, closesAt, decidesAt, decided, phase }, locale }: Pick<Props, 'wave' | 'locale'>) {
  const t = useTranslations('drops');
  const opened = phase !== 'upcoming' && phase !== 'planned';
  return (
    <p className="flex flex-wrap gap-x-4 text-[0.9375rem] text-muted">
      <span>
        {t(opened ? 'openedLabel' : 'opensLabel')} <ShopTime at={opensAt} locale={locale} />
      </span>
      <span>
        {t(phase === 'ended' ? 'endedLabel' : 'closesLabel')} <ShopTime at={closesAt} locale={locale} />
      </span>
      {decidesAt !== null && decidesAt !== closesAt && (
        <span>
          {t(decided ? 'draw.was' : 'draw.willBe')} <ShopTime at={decidesAt} locale={locale} />
        </span>
      )}
    </p>
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
