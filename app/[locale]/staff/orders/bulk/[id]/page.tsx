import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { findBulkAct, readForecast, readRefused } from '@/app/[locale]/staff/read-bulk';
import { orderBulkWords } from '@/components/orders/staff/bulk/bulk-words';
import { CarrierField } from '@/components/orders/staff/bulk/carrier-field';
import { PackingForm } from '@/components/orders/staff/bulk/packing-form';
import { BulkDraft } from '@/components/staff/list/bulk/bulk-draft';
import { BulkHead } from '@/components/staff/list/bulk/bulk-head';
import { BulkProgress } from '@/components/staff/list/bulk/bulk-progress';
import { BulkReport } from '@/components/staff/list/bulk/bulk-report';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { canShip } from '@/lib/orders/policy';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams, pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findAct = cache(async (id: string, locale: Locale) => {
  const ask = reading(await requirePermission('orders.read'));
  const words = orderBulkWords(locale);
  return { ask, words, bulk: await findBulkAct(ask, { id, words }) };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { bulk, words } = await findAct(id, locale);
  return memberMetadata(words.heading(bulk.act, bulk.total));
});

export default pageOrMissing(async function OrderBulkPage({ params, searchParams }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { ask, words, bulk } = await findAct(id, locale);
  const { act, startedAt } = bulk;
  const here = inLocale(locale, paths.staff('orders', 'bulk', id));
  const own = (bulk.input as { own?: true }).own === true;
  return (
    <div className="page pb-16">
      <BulkHead bulk={bulk} words={words} locale={locale} />
      {startedAt ? (
        <div className="grid gap-8">
          <BulkProgress act={bulk} locale={locale} here={here} mayStop={canShip(ask.actor)} />
          <BulkReport
            {...await readRefused(id, (await pageQuery(searchParams)).after)}
            act={bulk}
            here={here}
            words={words}
            locale={locale}
          />
        </div>
      ) : (
        <BulkDraft
          id={id}
          act={act}
          forecast={await readForecast(ask, bulk)}
          words={words}
          locale={locale}
          instead={act === 'orders.pack' ? <PackingForm id={id} locale={locale} /> : undefined}
        >
          {act === 'orders.ship' && !own && <CarrierField />}
        </BulkDraft>
      )}
    </div>
  );
});
