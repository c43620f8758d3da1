import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { limits } from '../limits';
import { canShip } from '../policy';
import { shipAddress } from '../ship-address';
import { regionCode, regionsOf, type CorrectAddress, type CorrectTracking } from '../schema';
import { lockOrder } from '../sql';
import { addStep } from './add-step';
import { goesElsewhere } from './change-address';

const sent = { state: true, ...shipAddress } as const;

/**
 * Corrects where a paid order goes before it is sent; its country stays, and the region of one whose regions have codes, since price
 * and taxes hang on them. The buyer reads it on the timeline.
 */
export async function correctAddress(ctx: Ctx, { number, reason, ...address }: CorrectAddress): Promise<void> {
  allow(canShip(ctx.actor), 'not-found');
  const id = found(await lockOrder(ctx.db, number));
  const order = await ctx.db.order.findUniqueOrThrow({ where: { id }, select: sent });
  if (order.state !== 'PAID') throw new Refused('order-moved-on', 'it was sent', { values: { state: order.state } });
  if (order.shipCountry !== address.country)
    throw new Refused('country-fixed', 'another country', { field: 'country' });
  const { country, region } = address;
  if (regionsOf(country) && regionCode(country, order.shipRegion) !== regionCode(country, region))
    throw new Refused('region-fixed', 'another region', { field: 'region' });
  if (!goesElsewhere(order, address)) throw new Refused('same-address', 'nothing was changed');
  await ctx.db.order.update({
    where: { id },
    data: {
      shipName: address.name,
      shipLine1: address.line1,
      shipLine2: address.line2,
      shipCity: address.city,
      shipRegion: address.region,
      shipPostcode: address.postcode,
      shipPhone: address.phone,
    },
  });
  await addStep(ctx, { orderId: id, kind: 'ADDRESS_CHANGED' });
  await audit(ctx, { act: 'order.correctAddress', subject: ['order', id], reason, detail: { number } });
}

/** Corrects how a parcel that is on its way is followed, the last one where none is named, and tells the buyer. */
export async function correctTracking(ctx: Ctx, input: CorrectTracking): Promise<void> {
  allow(canShip(ctx.actor), 'not-found');
  const { number, carrier, tracking, reason, was, shipmentId } = input;
  const orderId = found(await lockOrder(ctx.db, number));
  const { state, shipments } = await ctx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      state: true,
      shipments: {
        where: { deliveredAt: null, ...(shipmentId && { id: shipmentId }) },
        ...{ orderBy: { shippedAt: 'desc' }, take: 1, select: { id: true, carrier: true, tracking: true } },
      },
    },
  });
  const [parcel] = shipments;
  if ((state !== 'SHIPPED' && state !== 'PAID') || !parcel || parcel.tracking !== was)
    throw new Refused('order-moved-on', 'not as it was shown', { values: { state } });
  if (parcel.carrier === carrier && parcel.tracking === tracking)
    throw new Refused('same-tracking', 'nothing was changed', { field: 'tracking' });
  await spend(ctx.db, limits.correctTracking, orderId, ctx.now);
  await ctx.db.shipment.update({ where: { id: parcel.id }, data: { carrier, tracking } });
  const detail = { number, carrier, tracking, before: `${parcel.carrier} ${parcel.tracking}`.trim() };
  await audit(ctx, { act: 'order.correctTracking', subject: ['order', orderId], reason, detail });
  await ctx.emit('order.trackingChanged', { orderId, shipmentId: parcel.id });
}
