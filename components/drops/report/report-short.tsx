import { Card, SectionHead } from '@/components/ui/card';
import { Stat, Stats } from '@/components/ui/stat';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Report } from '@/lib/drops/queries';

import { countWords } from './count-words';
import { sumOf } from './sums';

/** The whole drop in a dozen figures. */
export function ReportShort({ report, locale }: { report: Report; locale: Locale }) {
  const t = translator(locale, 'drops');
  const sums = sumOf(report.cells);
  const reserved = Object.values(report.reserved).reduce((sum, count) => sum + count, 0);
  const figures = [
    ['offered', sums.offered],
    ['added', sums.added],
    ['reserved', reserved],
    ['entrants', sums.entrants],
    ['waited', report.waited],
    ['claimed', sums.claimed],
    ['released', sums.released],
    ...(sums.held > 0 ? [['held', sums.held] as const] : []),
    ['paid', sums.paid],
    ['refunded', sums.refunded],
    ['carriedOut', sums.carriedOut],
    ['left', sums.remaining],
  ] as const;
  return (
    <section aria-labelledby="short">
      <SectionHead id="short" title={t('report.short')} />
      <Card look="accent">
        <Stats>
          {figures.map(([name, count]) => (
            <Stat key={name} label={t(`report.${name}`)} value={countWords(count, locale)} />
          ))}
        </Stats>
      </Card>
    </section>
  );
}
