import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import type { OrderState } from '@/lib/core/prisma-client/enums';

import { canShip } from '../policy';
import { lockOrder } from '../sql';
import { addStep } from './add-step';

export type MarkShipped = { number: string; carrier: string; tracking: string };

/** Tells the buyer that the parcel is on its way, and how to follow it where it has a number. */
export async function markShipped(ctx: Ctx, { number, carrier, tracking }: MarkShipped): Promise<void> {
  const orderId = await orderIn(ctx, number, 'PAID');
  // Only what goes back of the money that bought the unit: a second payment that goes back holds up no parcel.
  const refunds = await ctx.db.refund.count({ where: { orderId, state: 'PENDING', payment: { surplusAt: null } } });
  if (refunds > 0) throw new Refused('refund-running', 'This order is being refunded');
  const disputes = await ctx.db.dispute.count({
    where: { payment: { orderId, surplusAt: null }, state: { not: 'WON' } },
  });
  if (disputes > 0) throw new Refused('payment-disputed', 'The payer’s bank questions this payment');
  await ctx.db.shipment.create({ data: { orderId, carrier, tracking, shippedAt: ctx.now } });
  await step(ctx, orderId, 'SHIPPED');
  await audit(ctx, { act: 'order.ship', subject: ['order', orderId], detail: { number, carrier, tracking } });
  await ctx.emit('order.shipped', { orderId });
}

/** Notes that the parcel has arrived: its buyer becomes an owner. */
export async function markDelivered(ctx: Ctx, { number }: { number: string }): Promise<void> {
  const orderId = await orderIn(ctx, number, 'SHIPPED');
  await ctx.db.shipment.updateMany({ where: { orderId, deliveredAt: null }, data: { deliveredAt: ctx.now } });
  await step(ctx, orderId, 'DELIVERED');
  await audit(ctx, { act: 'order.deliver', subject: ['order', orderId], detail: { number } });
  await ctx.emit('order.delivered', { orderId });
}

async function orderIn(ctx: Ctx, number: string, state: OrderState): Promise<string> {
  allow(canShip(ctx.actor), 'not-found');
  const id = found(await lockOrder(ctx.db, number));
  const order = await ctx.db.order.findUniqueOrThrow({ where: { id }, select: { state: true } });
  if (order.state !== state)
    throw new Refused('order-moved-on', 'not in that state', { values: { state: order.state } });
  return id;
}

async function step(ctx: Ctx, orderId: string, to: 'SHIPPED' | 'DELIVERED'): Promise<void> {
  await ctx.db.order.update({ where: { id: orderId }, data: { state: to } });
  await addStep(ctx, { orderId, kind: to });
}
