import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BulkActPage } from '@/app/[locale]/staff/bulk-pages';
import { findBulkAct } from '@/app/[locale]/staff/read-bulk';
import { orderBulkWords } from '@/components/orders/staff/bulk/bulk-words';
import { CarrierField } from '@/components/orders/staff/bulk/carrier-field';
import { LabelFields } from '@/components/orders/staff/bulk/label-fields';
import { PackingForm } from '@/components/orders/staff/bulk/packing-form';
import { PaperLinks } from '@/components/orders/staff/bulk/paper-links';
import { namedChoices } from '@/components/orders/staff/label-of';
import type { Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { listLabelChoices } from '@/lib/flows/orders/label-choices';
import { labelsOfFile } from '@/lib/flows/orders/read-labels';
import { canShip } from '@/lib/orders/policy';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// What weighs nothing yet: a service that is too small for one of them is refused with its row.
const manyLabels = (actor: Actor) => (canShip(actor) ? listLabelChoices(actor, { country: '', grams: 0 }) : []);

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
  const { id: bulkId, total, startedAt } = found.bulk;
  const mayStop = canShip(found.ask.actor);
  const papers = <PaperLinks {...{ id: bulkId, total, locale }} most={labelsOfFile} labels={act === 'orders.label'} />;
  const draft = async () => ({
    instead:
      act === 'orders.pack' ? (
        <div className="grid gap-8">
          {mayStop && papers}
          <PackingForm id={id} locale={locale} />
        </div>
      ) : undefined,
    children:
      act === 'orders.label' ? (
        <LabelFields choices={namedChoices(await manyLabels(found.ask.actor), locale)} />
      ) : (
        act === 'orders.ship' && !own && <CarrierField />
      ),
  });
  const printed = act === 'orders.label' && startedAt !== null && mayStop;
  return (
    <>
      <BulkActPage {...found} locale={locale} searchParams={searchParams} mayStop={mayStop} draft={draft} />
      {printed && <div className="page pb-16">{papers}</div>}
    </>
  );
});
