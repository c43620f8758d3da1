import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import type { OrderState } from '@/lib/core/prisma-client/enums';

import type { LockedPayment } from '../sql';
import type { Taken } from './mark-paid';
import { startRefund } from './start-refund';

export type Overuse = 'limit-address' | 'limit-payment';

/** Sends money back that found no unit: its hold had ended and nothing was left, or the order was paid already. */
export async function refuseLatePayment(ctx: Ctx, taken: Taken): Promise<void> {
  await sendBack(ctx, taken, 'late-payment');
  await ctx.emit('order.paidLate', { orderId: taken.payment.orderId, honoured: false });
}

/** Sends money back that would have bought more than the drop sells to one address or one card. */
export async function refuseOveruse(ctx: Ctx, taken: Taken, limit: Overuse): Promise<void> {
  await sendBack(ctx, taken, limit);
  await ctx.emit('order.overLimit', { orderId: taken.payment.orderId, limit });
}

async function sendBack(ctx: Ctx, { payment, sessionId, paymentRef }: Taken, reason: 'late-payment' | Overuse): Promise<void> {
  const { id, orderId, amountMinor } = payment;
  await ctx.db.payment.update({ where: { id }, data: { state: 'PAID', paymentRef, sessionId, settledAt: ctx.now } });
  if (payment.orderState === 'PENDING') await ctx.db.order.update({ where: { id: orderId }, data: { state: 'CANCELLED' } });
  const step = reason === 'late-payment' ? { kind: 'LATE_PAYMENT' as const } : { kind: 'CANCELLED' as const, note: reason };
  await ctx.db.orderStep.create({ data: { orderId, ...step, at: ctx.now } });
  await startRefund(ctx, { orderId, paymentId: id, amountMinor, reason });
}

/** Never settles money that differs from the order: staff are told and decide. */
export async function flagPayment(ctx: Ctx, payment: LockedPayment, detail: Record<string, string | number | null>): Promise<void> {
  if (payment.state === 'FAILED') return;
  await endPayment(ctx, payment, 'FAILED');
  await audit(ctx, { act: 'payment.mismatch', subject: ['order', payment.orderId], detail: { paymentId: payment.id, ...detail } });
}

/** Notes that a try to pay was turned down; the session stays open for another. */
export async function noteDecline(ctx: Ctx, payment: LockedPayment): Promise<void> {
  if (payment.state === 'STARTING' || payment.state === 'OPEN') await addFailedStep(ctx, payment.orderId);
}

/** Ends a payment that will bring no money. Its order waits for another until the hold ends. */
export async function endPayment(ctx: Ctx, payment: LockedPayment, state: 'FAILED' | 'EXPIRED'): Promise<boolean> {
  if (payment.state !== 'STARTING' && payment.state !== 'OPEN') return false;
  await ctx.db.payment.update({ where: { id: payment.id }, data: { state, settledAt: ctx.now } });
  if (state === 'FAILED') await addFailedStep(ctx, payment.orderId);
  return true;
}

/** Takes an unpaid order back. */
export async function cancelUnpaid(ctx: Ctx, order: { id: string; state: OrderState }, why: string): Promise<boolean> {
  if (order.state !== 'PENDING') return false;
  await ctx.db.order.update({ where: { id: order.id }, data: { state: 'CANCELLED' } });
  await ctx.db.orderStep.create({ data: { orderId: order.id, kind: 'CANCELLED', note: why, at: ctx.now } });
  await ctx.emit('order.cancelled', { orderId: order.id });
  return true;
}

async function addFailedStep(ctx: Ctx, orderId: string): Promise<void> {
  await ctx.db.orderStep.create({ data: { orderId, kind: 'PAYMENT_FAILED', at: ctx.now } });
}
