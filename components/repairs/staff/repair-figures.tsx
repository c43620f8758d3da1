import { Card } from '@/components/ui/card';
import { Stat, Stats } from '@/components/ui/stat';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { figureDays } from '@/lib/repairs/policy';
import type { RepairFigures as Figures } from '@/lib/repairs/queries/staff';

/** How long repairs took that were handed over in the last 90 days, and how many devices came again. */
export function RepairFigures({ figures, locale }: { figures: Figures; locale: Locale }) {
  const t = translator(locale, 'repairs');
  const { count, medianHours, p90Hours, again } = figures;
  const days = (hours: number | null) =>
    hours === null ? '–' : t('staff.days', { days: Math.round(hours / 2.4) / 10 });
  return (
    <Card as="section" className="mb-6" aria-labelledby="figures">
      <h2 id="figures" className="sr-only">
        {t('staff.figures.title')}
      </h2>
      <Stats>
        <Stat label={t('staff.figures.count')} value={count} hint={t('staff.figures.within', { days: figureDays })} />
        <Stat label={t('staff.figures.median')} value={days(medianHours)} hint={t('staff.figures.medianHint')} />
        <Stat label={t('staff.figures.p90')} value={days(p90Hours)} hint={t('staff.figures.p90Hint')} />
        <Stat
          label={t('staff.figures.again')}
          value={again}
          hint={t('staff.figures.againHint', { days: figureDays })}
        />
      </Stats>
    </Card>
  );
}
