import { Chip } from '@/components/ui/badge';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { collectionPath } from '@/lib/catalog/choices/collection-path';

export type NamedCollection = { slug: string; title: string; titleZh: string; count?: number };

/** So many stand in a row; behind them stands the page of all. */
const mostInRow = 8;

/** Collections side by side, each a link to its page; nothing where there is none. */
export function CollectionRow({ collections, locale }: { collections: readonly NamedCollection[]; locale: Locale }) {
  const t = translator(locale, 'catalog');
  if (collections.length === 0) return null;
  return (
    <nav aria-label={t('collections.title')} className="mb-6 flex flex-wrap items-center gap-2">
      {collections.slice(0, mostInRow).map(({ slug, title, titleZh, count }) => (
        <Chip key={slug} href={inLocale(locale, collectionPath(slug))} count={count}>
          {localText(locale, title, titleZh)}
        </Chip>
      ))}
      {collections.length > mostInRow && <Chip href={inLocale(locale, collectionPath())}>{t('collections.all')}</Chip>}
    </nav>
  );
}
