import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { ImportReport } from '@/lib/imports/report';

import { ReportCounts } from './report-counts';
import { ReportRefusals } from './report-refusals';
import { importWords } from './run-words';

type Props = { report: ImportReport; rehearsal: boolean; locale: Locale };

/** What a run says of itself: what came, what was left behind and what was refused, each with its number. */
export function RunReport({ report, rehearsal, locale }: Props) {
  return (
    <>
      <ReportCounts report={report} rehearsal={rehearsal} locale={locale} />
      <LeftBehind report={report} locale={locale} />
      <ReportRefusals report={report} locale={locale} />
    </>
  );
}

function LeftBehind({ report: { leftOut }, locale }: { report: ImportReport; locale: Locale }) {
  const t = translator(locale, 'imports');
  const say = importWords(locale);
  if (leftOut.length === 0) return null;
  return (
    <section aria-labelledby="left">
      <SectionHead id="left" title={t('report.leftOut')} lead={t('report.leftOutLead')} />
      <Card as="ul" className="grid gap-1.5">
        {leftOut.map(({ code, count, of = '' }) => (
          <li key={code} className="wrap-anywhere first-letter:uppercase">
            {say.has(`left.${code}`) ? say(`left.${code}`, { count, of }) : `${count}: ${code}`}
          </li>
        ))}
      </Card>
    </section>
  );
}
