import { CollectionHeader } from '@/components/catalog/collection-pages';
import { NarrowedShelf } from '@/components/catalog/product-shelf';
import { Missing } from '@/components/shell/missing';
import { EmptyState } from '@/components/ui/empty-state';
import { shelfPath } from '@/lib/catalog/choices/shelf-view';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';

import { collectionView } from '../../products/data';

type Shown = { locale: Locale; slug: string; view?: string[] };

/** The head of a collection, or of a view of it; search engines are led to the whole. */
export async function collectionHead({ locale, slug, view }: Shown) {
  const found = await collectionView(slug, view, locale);
  if (!found) return missingMetadata();
  const title = localText(locale, found.title, found.titleZh);
  const description =
    localText(locale, found.lead, found.leadZh).slice(0, 160) ||
    translator(locale, 'catalog')('collections.of', { title });
  const head = await pageMetadata({ locale, path: shelfPath(found.view), title, description });
  return view ? { ...head, robots: { index: false, follow: true } } : head;
}

/** A collection with its products, or those of them that somebody chose. */
export async function CollectionShown({ locale, slug, view }: Shown) {
  const found = await collectionView(slug, view, locale);
  if (!found) return <Missing />;
  const header = <CollectionHeader {...found} locale={locale} />;
  if (found.shown) return <NarrowedShelf {...found.shown} view={found.view} header={header} locale={locale} />;
  const t = translator(locale, 'catalog');
  return (
    <div className="page pb-16">
      {header}
      <EmptyState title={t('collections.empty')} illustration="cart" level={2}>
        <p>{t('collections.emptyBody')}</p>
      </EmptyState>
    </div>
  );
}
