import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { findBulkAct, readForecast, readRefused } from '@/app/[locale]/staff/read-bulk';
import { productBulkWords } from '@/components/catalog/staff/product-bulk-words';
import { BulkDraft } from '@/components/staff/list/bulk/bulk-draft';
import { BulkHead } from '@/components/staff/list/bulk/bulk-head';
import { BulkProgress } from '@/components/staff/list/bulk/bulk-progress';
import { BulkReport } from '@/components/staff/list/bulk/bulk-report';
import { reading } from '@/lib/core/context';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { listProductsByHandle } from '@/lib/catalog/queries/products-to-move';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
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
  const { ask, words, bulk } = await findAct(id, locale);
  const here = inLocale(locale, paths.staff('products', 'bulk', id));
  const { rows, next } = bulk.startedAt ? await readRefused(id, (await pageQuery(searchParams)).after) : { rows: [] };
  const handles = rows.map(({ key }) => key);
  const products = handles.length > 0 ? await listProductsByHandle(ask, { handles }) : [];
  return (
    <div className="page pb-16">
      <BulkHead bulk={bulk} words={words} locale={locale} />
      {bulk.startedAt ? (
        <div className="grid gap-8">
          <BulkProgress act={bulk} locale={locale} here={here} mayStop />
          <BulkReport
            act={bulk}
            rows={rows}
            next={next}
            names={
              new Map(
                products.map(({ handle, id: of, title, titleZh }) => [
                  handle,
                  { id: of, title: localText(locale, title, titleZh) },
                ]),
              )
            }
            here={here}
            words={words}
            locale={locale}
          />
        </div>
      ) : (
        <BulkDraft id={id} act={bulk.act} forecast={await readForecast(ask, bulk)} words={words} locale={locale} />
      )}
    </div>
  );
});
