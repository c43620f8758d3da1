import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import type { StaffCollection } from '@/lib/catalog/queries/collections';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';

/** All collections, by name. */
export function CollectionTable({ collections, locale }: { collections: readonly StaffCollection[]; locale: Locale }) {
  const t = translator(locale, 'catalog');
  if (collections.length === 0)
    return (
      <EmptyState compact title={t('collecting.none')}>
        <p>{t('collecting.noneBody')}</p>
      </EmptyState>
    );
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {collections.map(({ id, title, titleZh, kind, count, shownAt, source }) => (
          <li key={id}>
            <Link
              href={inLocale(locale, paths.staff('collections', id))}
              className="grid gap-1 p-4 transition-colors hover:bg-hover sm:px-6"
            >
              <span className="flex flex-wrap items-center justify-between gap-2">
                <span className="min-w-0 font-semibold break-words">{localText(locale, title, titleZh)}</span>
                {!shownAt && <Badge>{t('collecting.hidden')}</Badge>}
              </span>
              <span className="flex flex-wrap gap-x-3 text-sm text-muted">
                <span>{t(`collecting.kinds.${kind}`)}</span>
                <span>{t('facets.count', { count })}</span>
                {source && <span>{t('collecting.brought')}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
