import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';

import { fulfilmentOf, type Pieces } from '../choices/parcels';
import { fillParcel } from '../fill-parcel';
import { canShip } from '../policy';
import { lockOrder } from '../sql';
import { addStep } from './add-step';
import { endPacking } from './end-packing';
import { useLabel } from './use-label';

export type MarkShipped = {
  number: string;
  carrier: string;
  tracking: string;
  /** What lies in the parcel; all that was not sent yet where nothing is said. */
  pieces?: readonly Pieces[];
  /** The label that is on it; one whose number is the parcel's is found by that. */
  labelId?: string;
};
export type Parcel = { orderId: string; shipmentId: string };

/**
 * Tells the buyer that a parcel is on its way, with what lies in it and how to follow it where it has a number. The order is shipped once all of it
 * is. Refuses with `order-moved-on` what was sent or may not be, `refund-running`, `payment-disputed`, `parcel-twice` a parcel of the same number,
 * `parcel-empty` and `parcel-over` (left), and, where a label is on it, `label-gone` and `label-stale`.
 */
export async function markShipped(
  ctx: Ctx,
  { number, carrier, tracking, pieces, labelId }: MarkShipped,
): Promise<Parcel> {
  allow(canShip(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const order = await readOrder(ctx, orderId);
  if (order.state !== 'PAID') throw movedOn(order.state);
  await refuseWhereMoneyMoves(ctx, orderId);
  if (tracking !== '' && order.shipments.some((each) => each.carrier === carrier && each.tracking === tracking))
    throw new Refused('parcel-twice', 'a parcel of this number is on its way', { field: 'tracking' });
  const { lines, isLast } = fillParcel(fulfilmentOf(order), pieces);
  const shipmentId = uuid7(ctx.now);
  await ctx.db.shipment.create({ data: { id: shipmentId, orderId, carrier, tracking, shippedAt: ctx.now } });
  await ctx.db.shipmentLine.createMany({ data: lines.map((line) => ({ shipmentId, ...line })) });
  await useLabel(ctx, { orderId, shipmentId, tracking, labelId });
  // Whoever packs it meanwhile has pieces in the box that are on their way: it is packed anew.
  await endPacking(ctx, { orderId });
  if (isLast) await ctx.db.order.update({ where: { id: orderId }, data: { state: 'SHIPPED' } });
  await addStep(ctx, { orderId, kind: isLast ? 'SHIPPED' : 'SHIPPED_PARTLY' });
  await audit(ctx, { act: 'order.ship', subject: ['order', orderId], detail: { number, carrier, tracking } });
  await ctx.emit('order.shipped', { orderId, shipmentId });
  return { orderId, shipmentId };
}

/**
 * Notes that a parcel has arrived, or, where none is named, all that are on their way: their buyer becomes an owner. The order is delivered once all
 * of it is. Refuses with `order-moved-on` where no such parcel is on its way.
 */
export async function markDelivered(
  ctx: Ctx,
  { number, shipmentId }: { number: string; shipmentId?: string },
): Promise<void> {
  allow(canShip(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  const { state, shipments } = await readOrder(ctx, orderId);
  const arrived = shipments.filter(({ id, deliveredAt }) => deliveredAt === null && (shipmentId ?? id) === id);
  if ((state !== 'PAID' && state !== 'SHIPPED') || arrived.length === 0) throw movedOn(state);
  const ids = arrived.map(({ id }) => id);
  await ctx.db.shipment.updateMany({ where: { id: { in: ids } }, data: { deliveredAt: ctx.now } });
  const isLast =
    state === 'SHIPPED' && shipments.every(({ id, deliveredAt }) => deliveredAt !== null || ids.includes(id));
  if (isLast) await ctx.db.order.update({ where: { id: orderId }, data: { state: 'DELIVERED' } });
  await addStep(ctx, { orderId, kind: isLast ? 'DELIVERED' : 'DELIVERED_PARTLY' });
  await audit(ctx, { act: 'order.deliver', subject: ['order', orderId], detail: { number } });
  for (const id of ids) await ctx.emit('order.delivered', { orderId, shipmentId: id });
}

/** That an order is no longer in the state that an act asks for. */
export const movedOn = (state: string) => new Refused('order-moved-on', 'not in that state', { values: { state } });

function readOrder({ db }: Ctx, id: string) {
  return db.order.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      lines: { orderBy: { position: 'asc' }, select: { id: true, quantity: true } },
      shipments: {
        orderBy: { shippedAt: 'asc' },
        select: {
          ...{ id: true, carrier: true, tracking: true, deliveredAt: true },
          lines: { select: { lineId: true, units: true } },
        },
      },
    },
  });
}

/** Refuses with `refund-running` and `payment-disputed` an order whose money is going back or is questioned. */
export async function refuseWhereMoneyMoves({ db }: Ctx, orderId: string): Promise<void> {
  // Only what goes back of the money that bought the unit: a second payment that goes back holds up no parcel.
  const refunds = await db.refund.count({ where: { orderId, state: 'PENDING', payment: { surplusAt: null } } });
  if (refunds > 0) throw new Refused('refund-running', 'This order is being refunded');
  const disputes = await db.dispute.count({ where: { payment: { orderId, surplusAt: null }, state: { not: 'WON' } } });
  if (disputes > 0) throw new Refused('payment-disputed', 'The payer’s bank questions this payment');
}
