import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BulkActPage } from '@/app/[locale]/staff/bulk-pages';
import { findBulkAct } from '@/app/[locale]/staff/read-bulk';
import { productBulkWords } from '@/components/catalog/staff/product-bulk-words';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { listProductsByHandle } from '@/lib/catalog/queries/products-to-move';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findAct = cache(async (id: string, locale: Locale) => {
  const ask = reading(await requirePermission('catalog.edit'));
  const words = productBulkWords(locale);
  return { ask, words, bulk: await findBulkAct(ask, { id, words }) };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { bulk, words } = await findAct(id, locale);
  return memberMetadata(words.heading(bulk.act, bulk.total));
});

export default pageOrMissing(async function ProductBulkPage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const found = await findAct(id, locale);
  const namesOf = async (handles: string[]) => {
    const products = await listProductsByHandle(found.ask, { handles });
    return new Map(
      products.map(({ handle, id: of, title, titleZh }) => [
        handle,
        { id: of, title: localText(locale, title, titleZh) },
      ]),
    );
  };
  return <BulkActPage {...found} locale={locale} searchParams={searchParams} namesOf={namesOf} />;
});
