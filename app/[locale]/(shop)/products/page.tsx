import type { Metadata } from 'next';

import { ProductShelf } from '@/components/catalog/product-shelf';
import { brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { translator } from '@/lib/core/i18n';
import { pageMetadata } from '@/lib/web/metadata';

import { shelf } from './data';

export async function generateMetadata({ params }: PageProps<'/[locale]/products'>): Promise<Metadata> {
  const locale = (await params).locale as Locale;
  const t = translator(locale, 'catalog');
  return pageMetadata({ locale, path: paths.products(), title: t('title'), description: t('description', { brand: brand.name }) });
}

export default async function ProductsPage({ params }: PageProps<'/[locale]/products'>) {
  const locale = (await params).locale as Locale;
  return <ProductShelf {...await shelf()} locale={locale} />;
}
