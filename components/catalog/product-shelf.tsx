import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import type { ListedProduct } from '@/lib/catalog/queries';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/core/i18n';

import { ProductCard } from './product-card';

/** The shelf: a calm grid of all products. */
export function ProductShelf({ items, next, locale }: { items: ListedProduct[]; next: string | null; locale: Locale }) {
  const t = translator(locale, 'catalog');
  return (
    <div className="page pb-16">
      <PageHeader title={t('title')} lead={t('lead')} />
      {items.length === 0 && (
        <EmptyState title={t('empty')} illustration="cart" level={2}>
          <p>{t('emptyBody')}</p>
        </EmptyState>
      )}
      <ul className="grid gap-4 sm:grid-cols-2 sm:gap-6 lg:grid-cols-3">
        {items.map((product, at) => (
          <li key={product.id}>
            <ProductCard product={product} locale={locale} eager={at < 3} />
          </li>
        ))}
      </ul>
      {next && (
        <Pagination label={t('more')} next={{ href: inLocale(locale, paths.productsAfter(next)), label: t('more') }} />
      )}
    </div>
  );
}
