import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { readIn } from '@/lib/pages/choices/blocks';
import { slugOf, type PageState } from '@/lib/pages/choices/kinds';
import type { StaffPage } from '@/lib/pages/queries/staff-pages';
import { paths } from '@/lib/paths';

import { MovePage } from './move-page';

const tones = { DRAFT: 'neutral', PUBLISHED: 'positive', WITHDRAWN: 'warning' } as const;

/** Where a page is, in a word. */
export function StateBadge({ state, locale }: { state: PageState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'pagesStaff')(`states.${state}`)}</Badge>;
}

/** The pages of one's own in their order; each leads to its form. */
export function PageList({ pages, locale }: { pages: StaffPage[]; locale: Locale }) {
  const t = translator(locale, 'pagesStaff');
  return (
    <Card flush as="ul" className="divide-y divide-line">
      {pages.map((page, at) => {
        const { id, state, place } = page;
        const title = readIn(locale, { en: page.title, zh: page.titleZh });
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-32">
              <Link href={inLocale(locale, paths.staff('pages', id))} className="font-medium wrap-anywhere">
                <bdi lang={title.lang}>{title.text}</bdi>
              </Link>
              <p className="text-sm wrap-anywhere text-muted">
                /pages/<bdi>{slugOf(page)}</bdi> · {t(`places.${place}`)}
              </p>
            </div>
            <StateBadge state={state} locale={locale} />
            <div className="flex justify-end sm:min-w-20">
              {at > 0 && <MovePage pageId={id} to="up" title={title.text} />}
              {at < pages.length - 1 && <MovePage pageId={id} to="down" title={title.text} />}
            </div>
          </li>
        );
      })}
    </Card>
  );
}
