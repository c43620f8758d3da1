import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { lawKinds, lawSlug } from '@/lib/pages/choices/kinds';
import type { StaffPage } from '@/lib/pages/queries/staff-pages';
import { paths } from '@/lib/paths';

import { DraftLaw } from './draft-law';
import { StateBadge } from './page-list';

/** The pages that the law asks for: how each is, and a draft where there is none. */
export function LawList({ pages, locale }: { pages: StaffPage[]; locale: Locale }) {
  const t = translator(locale, 'pagesStaff');
  return (
    <Card flush as="ul" className="divide-y divide-line">
      {lawKinds.map((kind) => {
        const those = pages.filter((page) => page.kind === kind);
        const word = t(`law.kinds.${kind}`);
        return (
          <li key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <h3 className="font-sans text-base font-medium">{word}</h3>
              <p className="text-sm text-muted">{those.length > 0 ? paths.page(lawSlug(kind)) : t('law.missing')}</p>
            </div>
            {those.map(({ id, state, version }) => (
              <Link
                key={id}
                href={inLocale(locale, paths.staff('pages', id))}
                className="touch flex min-h-10 items-center gap-2 underline-offset-4 hover:underline"
              >
                <span className="sr-only">{word}: </span>
                <StateBadge state={state} locale={locale} />
                <span className="text-sm">{t('version', { version })}</span>
              </Link>
            ))}
            {those.every(({ state }) => state !== 'DRAFT') && (
              <DraftLaw kind={kind} before={writtenIn(those[0])} word={word} locale={locale} />
            )}
          </li>
        );
      })}
    </Card>
  );
}

// A new draft of a page is in the languages of the one before.
function writtenIn(page: StaffPage | undefined): 'both' | Locale | undefined {
  if (!page) return undefined;
  if (page.title && page.titleZh) return 'both';
  return page.titleZh ? 'zh' : 'en';
}
