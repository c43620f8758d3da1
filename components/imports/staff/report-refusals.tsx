import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { ImportReport } from '@/lib/imports/report';

import { importWords } from './run-words';

type Props = { report: ImportReport; locale: Locale };
type Example = ImportReport['examples'][number];

/** What was refused, by the reason: how often, and where the first ones stand. Nothing of a cell is quoted: it may be somebody's. */
export function ReportRefusals({ report: { refused, kinds, examples }, locale }: Props) {
  const t = translator(locale, 'imports');
  const say = importWords(locale);
  const number = new Intl.NumberFormat(messageLocale(locale));
  return (
    <section aria-labelledby="refused">
      <SectionHead
        id="refused"
        title={t('report.refused', { count: refused })}
        lead={t(refused > 0 ? 'report.refusedLead' : 'report.noneRefused')}
      />
      {kinds.length > 0 && (
        <Card flush as="ul" className="divide-y divide-line">
          {kinds.map(({ code, count }) => {
            const places = examples.filter((each) => each.code === code);
            return (
              <li key={code} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 px-4 py-3 sm:px-6">
                <p>{say.has(`refusals.${code}`) ? say(`refusals.${code}`) : t('report.other', { code })}</p>
                <p className="numerals font-semibold">{number.format(count)}</p>
                <p className="col-span-2 text-sm wrap-anywhere text-muted">
                  {places.map((place) => placeWords(place, say)).join(' · ')}
                  {count > places.length &&
                    places.length > 0 &&
                    ` · ${t('report.more', { count: count - places.length })}`}
                </p>
              </li>
            );
          })}
        </Card>
      )}
    </section>
  );
}

function placeWords({ file, row, list, handle }: Example, say: ReturnType<typeof importWords>): string {
  const place = row === 0 ? '' : list ? say('report.entry', { list, row }) : say('report.row', { row });
  return [file, place, handle ? `(${handle})` : ''].filter(Boolean).join(' ');
}
