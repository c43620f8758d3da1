import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BulkActPage } from '@/app/[locale]/staff/bulk-pages';
import { findBulkAct } from '@/app/[locale]/staff/read-bulk';
import { orderBulkWords } from '@/components/orders/staff/bulk/bulk-words';
import { CarrierField } from '@/components/orders/staff/bulk/carrier-field';
import { PackingForm } from '@/components/orders/staff/bulk/packing-form';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { canShip } from '@/lib/orders/policy';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
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
  const found = await findAct(id, locale);
  const { act, input } = found.bulk;
  const own = (input as { own?: true }).own === true;
  const draft = () => ({
    instead: act === 'orders.pack' ? <PackingForm id={id} locale={locale} /> : undefined,
    children: act === 'orders.ship' && !own && <CarrierField />,
  });
  const mayStop = canShip(found.ask.actor);
  return <BulkActPage {...found} locale={locale} searchParams={searchParams} mayStop={mayStop} draft={draft} />;
});
