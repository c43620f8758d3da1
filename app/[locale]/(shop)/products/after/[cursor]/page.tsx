import type { Metadata } from 'next';

import { ProductShelf } from '@/components/catalog/product-shelf';
import { Missing } from '@/components/shell/missing';
import { isUuid } from '@/lib/core/ids';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/core/i18n';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { shelf } from '../../data';

export function generateStaticParams() {
  return [{ cursor: '_' }];
}

export async function generateMetadata({ params }: PageProps<'/[locale]/products/after/[cursor]'>): Promise<Metadata> {
  const asked = await decodedParams(params);
  if (!asked) return missingMetadata();
  const { locale, cursor } = asked;
  const t = translator(locale, 'catalog');
  return pageMetadata({ locale, path: paths.productsAfter(cursor), title: t('title'), description: t('lead') });
}

export default async function MoreProductsPage({ params }: PageProps<'/[locale]/products/after/[cursor]'>) {
  const asked = await pageParams(params);
  if (!asked || !isUuid(asked.cursor)) return <Missing />;
  const page = await shelf(asked.cursor);
  if (page.items.length === 0) return <Missing />;
  return <ProductShelf {...page} locale={asked.locale} />;
}
