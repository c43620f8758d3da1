import type { Metadata } from 'next';

import { ProductShelf } from '@/components/catalog/product-shelf';
import { Missing } from '@/components/shell/missing';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { translator } from '@/lib/core/i18n';
import { pageMetadata } from '@/lib/web/metadata';

import { shelf } from '../../data';

export function generateStaticParams() {
  return [{ cursor: '_' }];
}

export async function generateMetadata({ params }: PageProps<'/[locale]/products/after/[cursor]'>): Promise<Metadata> {
  const { locale, cursor } = await params;
  const t = translator(locale as Locale, 'catalog');
  return pageMetadata({ locale: locale as Locale, path: `${paths.products()}/after/${cursor}`, title: t('title'), description: t('lead') });
}

export default async function MoreProductsPage({ params }: PageProps<'/[locale]/products/after/[cursor]'>) {
  const { locale, cursor } = await params;
  if (!isUuid(cursor)) return <Missing />;
  const page = await shelf(cursor);
  if (page.items.length === 0) return <Missing />;
  return <ProductShelf {...page} locale={locale as Locale} />;
}
