import { Card, SectionHead } from '@/components/ui/card';
import { HistoryPages } from '@/components/ui/history-pages';
import { SavedBy } from '@/components/ui/saved-by';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { readIn } from '@/lib/pages/choices/blocks';
import type { BarVersion } from '@/lib/pages/queries/bar';
import { paths } from '@/lib/paths';

type Props = { versions: BarVersion[]; next: number | null; paged: boolean; locale: Locale };

/** Every version of the bar, the newest first: what it said and who saved it. */
export function BarHistory({ versions, next, paged, locale }: Props) {
  const t = translator(locale, 'pagesStaff');
  const here = inLocale(locale, paths.staff('pages', 'bar'));
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={t('history')} />
      <Card flush>
        <ol className="divide-y divide-line">
          {versions.map(({ version, text, at, by }) => {
            const words = readIn(locale, text);
            return (
              <li key={version} className="grid gap-1 px-4 py-4 sm:px-6">
                <p className="font-semibold">{t('version', { version })}</p>
                <p className="text-[0.9375rem] wrap-anywhere">
                  {words.text ? <bdi lang={words.lang}>{words.text}</bdi> : t('bar.nothing')}
                </p>
                <SavedBy name={by?.name ?? t('somebody')} at={at} locale={locale} />
              </li>
            );
          })}
        </ol>
      </Card>
      <HistoryPages
        here={here}
        next={next}
        paged={paged}
        words={{ label: t('historyPages'), newest: t('newest'), older: t('older') }}
      />
    </section>
  );
}
