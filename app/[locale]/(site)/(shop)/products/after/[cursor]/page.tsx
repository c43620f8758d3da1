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

async function load(cursor: string) {
  const page = isUuid(cursor) ? await shelf(cursor) : null;
  return page && page.items.length > 0 ? page : null;
}

export async function generateMetadata({ params }: PageProps<'/[locale]/products/after/[cursor]'>): Promise<Metadata> {
  const asked = await decodedParams(params);
  if (!asked || !(await load(asked.cursor))) return missingMetadata();
  const { locale, cursor } = asked;
  const t = translator(locale, 'catalog');
  return pageMetadata({ locale, path: paths.productsAfter(cursor), title: t('title'), description: t('lead') });
}

export default async function MoreProductsPage({ params }: PageProps<'/[locale]/products/after/[cursor]'>) {
  const asked = await pageParams(params);
  const page = asked && (await load(asked.cursor));
  if (!page) return <Missing />;
  return <ProductShelf {...page} locale={asked.locale} />;
}
