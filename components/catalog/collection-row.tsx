import { Chip } from '@/components/ui/badge';
import { collectionPath } from '@/lib/catalog/choices/collection-path';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';

export type NamedCollection = { slug: string; title: string; titleZh: string; count?: number };

/** So many stand in a row; behind them stands the page of all. */
const mostInRow = 8;

type Props = {
  collections: readonly NamedCollection[];
  /** What is said before them. */ lead?: string;
  locale: Locale;
};

/** Collections side by side, each a link to its page; nothing where there is none. */
export function CollectionRow({ collections, lead, locale }: Props) {
  const t = translator(locale, 'catalog');
  if (collections.length === 0) return null;
  return (
    <nav aria-label={lead ?? t('collections.title')} className="my-6 flex flex-wrap items-center gap-2">
      {lead && (
        <span aria-hidden className="me-1 text-sm text-muted">
          {lead}
        </span>
      )}
      {collections.slice(0, mostInRow).map(({ slug, title, titleZh, count }) => (
        <Chip key={slug} href={inLocale(locale, collectionPath(slug))} count={count}>
          {localText(locale, title, titleZh)}
        </Chip>
      ))}
      {collections.length > mostInRow && <Chip href={inLocale(locale, collectionPath())}>{t('collections.all')}</Chip>}
    </nav>
  );
}
