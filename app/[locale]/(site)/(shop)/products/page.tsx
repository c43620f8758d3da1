import type { Metadata } from 'next';

import { ProductShelf } from '@/components/catalog/product-shelf';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/core/i18n';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { publicBrand } from '@/lib/web/brand';

import { wholeShelf } from '@/lib/catalog/choices/shelf-view';

import { shelf, shelfView, shownCollections } from './data';

export async function generateMetadata({ params }: PageProps<'/[locale]/products'>): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = translator(locale, 'catalog');
  return pageMetadata({
    locale,
    path: paths.products(),
    title: t('title'),
    description: t('description', { brand: (await publicBrand()).name[locale] }),
  });
}

export default async function ProductsPage({ params }: PageProps<'/[locale]/products'>) {
  const locale = await localeOf(params);
  const [view, collections] = [wholeShelf(), await shownCollections()];
  const by = await shelfView(view, locale);
  return <ProductShelf {...await shelf()} by={by && { ...by, view }} collections={collections} locale={locale} />;
}
