import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { HistoryPages } from '@/components/ui/history-pages';
import { SavedBy } from '@/components/ui/saved-by';
import { translator } from '@/lib/core/i18n';
import { listed, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import type { PageVersion } from '@/lib/pages/queries/staff-pages';
import { paths } from '@/lib/paths';

import { StateBadge } from './page-list';

type Props = { id: string; versions: PageVersion[]; next: number | null; paged: boolean; locale: Locale };

/** Every version of a page, the newest first: who saved it, and what changed. */
export function PageHistory({ id, versions, next, paged, locale }: Props) {
  const t = translator(locale, 'pagesStaff');
  const here = inLocale(locale, paths.staff('pages', id));
  return (
    <section aria-labelledby="history">
      <SectionHead id="history" title={t('history')} />
      <Card flush>
        <ol className="divide-y divide-line">
          {versions.map(({ version, state, parts, at, by }) => (
            <li key={version} className="grid gap-1 px-4 py-4 sm:px-6">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <TextLink
                  href={withQuery(inLocale(locale, paths.staff('pages', id, 'preview')), { version })}
                  className="font-semibold"
                >
                  {t('version', { version })}
                </TextLink>
                <StateBadge state={state} locale={locale} />
              </p>
              {parts.length > 0 && (
                <p className="text-[0.9375rem]">
                  {t('changed', {
                    parts: listed(
                      locale,
                      parts.map((part) => t(`parts.${part}`)),
                    ),
                  })}
                </p>
              )}
              <SavedBy name={by?.name ?? t('somebody')} at={at} locale={locale} />
            </li>
          ))}
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
