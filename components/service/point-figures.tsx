'use client';

import { useTranslations } from 'use-intl';

import { Stat, Stats } from '@/components/ui/stat';
import type { PublicPoint } from '@/lib/flows/service/read-points';

type Figures = NonNullable<PublicPoint['figures']>;

/** How long repairs took at a point in the last 90 days, how many came again, and how many are there now. */
export function PointFigures({ figures: { count, medianHours, p90Hours, again, backlog } }: { figures: Figures }) {
  const t = useTranslations('service.figures');
  const days = (hours: number | null) => (hours === null ? '–' : t('days', { days: Math.round(hours / 2.4) / 10 }));
  return (
    <Stats className="border-t border-line pt-4">
      <Stat label={t('median')} value={days(medianHours)} hint={t('count', { count })} />
      <Stat label={t('p90')} value={days(p90Hours)} hint={t('p90Hint')} />
      <Stat label={t('again')} value={again} hint={t('againHint')} />
      <Stat label={t('backlog')} value={backlog} hint={t('backlogHint')} />
    </Stats>
  );
}
