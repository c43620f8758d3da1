import type { ReactNode } from 'react';

import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { shelfPage, type Facets } from '@/lib/catalog/choices/narrow-shelf';
import { mostOnShelf, shelfPath, wholeShelf, type ShelfView } from '@/lib/catalog/choices/shelf-view';
import type { ListedProduct } from '@/lib/catalog/queries';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/core/i18n';

import { CollectionRow, type NamedCollection } from './collection-row';
import { ProductCard } from './product-card';
import { ShelfFacets } from './shelf-facets';

type Narrowing = { facets: Facets; currency: string; narrow: boolean; view: ShelfView; count: number };
type Items = { items: ListedProduct[]; locale: Locale };
type Whole = Items & { next: string | null; by?: Narrowing | null; collections?: readonly NamedCollection[] };

/** The shelf: a calm grid of all products, and where there are several what to choose them by. */
export function ProductShelf({ items, next, locale, by, collections = [] }: Whole) {
  const t = translator(locale, 'catalog');
  return (
    <Shelf items={items} locale={locale} by={by} above={<CollectionRow collections={collections} locale={locale} />}>
      {items.length === 0 && (
        <EmptyState title={t('empty')} illustration="cart" level={2}>
          <p>{t('emptyBody')}</p>
        </EmptyState>
      )}
      {next && (
        <Pagination label={t('more')} next={{ href: inLocale(locale, paths.productsAfter(next)), label: t('more') }} />
      )}
    </Shelf>
  );
}

type Headed = {
  /** What stands above in place of the shop's own title, such as that of a collection. */ header?: ReactNode;
};

/** What somebody chose of the shelf, or of a collection. */
export function NarrowedShelf({ items, locale, header, ...by }: Items & Narrowing & Headed) {
  const t = translator(locale, 'catalog');
  const { view, count } = by;
  const to = (page: number) => inLocale(locale, shelfPath({ ...view, page }));
  return (
    <Shelf items={items} locale={locale} by={by} header={header} counted>
      {count === 0 && (
        <EmptyState title={t('facets.none')} level={2} compact>
          <p>
            <TextLink href={inLocale(locale, shelfPath(wholeShelf(view.collection)))}>{t('facets.clear')}</TextLink>
          </p>
        </EmptyState>
      )}
      <Pagination
        label={t('more')}
        previous={view.page > 1 ? { href: to(view.page - 1), label: t('facets.previous') } : null}
        next={view.page * shelfPage < count ? { href: to(view.page + 1), label: t('more') } : null}
      />
    </Shelf>
  );
}

type ShelfProps = Items & Headed & { by?: Narrowing | null; counted?: boolean; above?: ReactNode; children: ReactNode };

function Shelf({ items, locale, by, counted, header, above, children }: ShelfProps) {
  const t = translator(locale, 'catalog');
  return (
    <div className="page pb-16">
      {header ?? <PageHeader title={t('title')} lead={t('lead')} />}
      {above}
      {by?.narrow && <ShelfFacets {...by} locale={locale} />}
      {counted && by && by.count > 0 && (
        <p className="mb-4 text-sm text-muted">
          {t(by.count < mostOnShelf ? 'facets.count' : 'facets.countMost', { count: by.count })}
          {!by.narrow && by.view.collection === undefined && (
            <TextLink href={inLocale(locale, paths.products())} className="ms-3">
              {t('facets.clear')}
            </TextLink>
          )}
        </p>
      )}
      <ul className="grid gap-4 sm:grid-cols-2 sm:gap-6 lg:grid-cols-3">
        {items.map((product, at) => (
          <li key={product.id}>
            <ProductCard product={product} locale={locale} eager={at < 3} />
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
