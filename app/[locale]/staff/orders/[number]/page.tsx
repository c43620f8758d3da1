import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { OrderEntries } from '@/components/accounting/staff/order-entries';
import { StaffOrderView } from '@/components/orders/staff/staff-order-view';
import { canReadAccounts } from '@/lib/accounting/policy';
import { listMovesOfOrder } from '@/lib/accounting/queries';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { listLabelChoices } from '@/lib/flows/orders/label-choices';
import { unsentOf } from '@/lib/orders/choices/parcels';
import { weightOf } from '@/lib/orders/label-rows';
import { actsOn, canRefund, canShip } from '@/lib/orders/policy';
import { getStaffOrder } from '@/lib/orders/staff-queries';
import { homeCurrency } from '@/lib/web/brand';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; number: string }> };

const findOrder = cache(async (number: string) => {
  const actor = await requirePermission('orders.read');
  return { actor, order: (await getStaffOrder(reading(actor), { number })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale, number } = (await decodedParams(params)) ?? notFound();
  const { order } = await findOrder(number);
  return memberMetadata(translator(locale, 'orders')('order.title', { number: order.number }));
});

export default pageOrMissing(async function StaffOrderPage({ params }: Params) {
  const { locale, number } = (await pageParams(params)) ?? notFound();
  const { actor, order } = await findOrder(number);
  const acts = actsOn(order);
  const can = {
    ship: canShip(actor) && acts.ship,
    deliver: canShip(actor) && acts.deliver,
    refund: canRefund(actor) && acts.refund,
    correctTracking: canShip(actor) && acts.correctTracking,
  };
  const entries = canReadAccounts(actor) && (
    <OrderEntries
      entries={await listMovesOfOrder(reading(actor), { orderId: order.id })}
      locale={locale}
      home={await homeCurrency()}
    />
  );
  const parcel = { country: order.shipCountry, grams: weightOf(order, unsentOf(order)) };
  const choices = can.ship ? await listLabelChoices(actor, parcel) : [];
  return <StaffOrderView {...{ order, locale, can, entries, choices }} readerId={actor.id} />;
});
