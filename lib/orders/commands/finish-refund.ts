import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';

import { lockPayment, type LockedPayment } from '../sql';
import { addStep } from './add-step';

export type FinishRefund = { refundId: string; providerRef: string | null; done: boolean };
export type FinishedRefund = { claimId: string; returnsUnit: boolean };

/** Records the gateway's answer to a refund. Tells whether the unit, never sent, goes back to the drop. */
export async function finishRefund(ctx: Ctx, { refundId, providerRef, done }: FinishRefund): Promise<FinishedRefund | null> {
  const { paymentId } = await ctx.db.refund.findUniqueOrThrow({ where: { id: refundId }, select: { paymentId: true } });
  const payment = found(await lockPayment(ctx.db, paymentId));
  const { count } = await ctx.db.refund.updateMany({
    where: { id: refundId, state: 'PENDING' },
    data: { state: done ? 'DONE' : 'FAILED', providerRef, doneAt: ctx.now },
  });
  if (count === 0) return null;
  return done ? giveBack(ctx, payment, refundId) : alertStaff(ctx, payment, refundId);
}

async function giveBack(ctx: Ctx, { id, orderId, orderState, claimId }: LockedPayment, refundId: string): Promise<FinishedRefund | null> {
  await ctx.db.payment.update({ where: { id }, data: { state: 'REFUNDED' } });
  // The second payment of an order that stands goes back alone.
  const stands = await ctx.db.payment.count({ where: { orderId, state: 'PAID' } });
  if (stands > 0) return null;
  await ctx.db.order.update({ where: { id: orderId }, data: { state: 'REFUNDED' } });
  await addStep(ctx, { orderId, kind: 'REFUNDED' });
  await ctx.db.ownership.updateMany({ where: { orderId, endedAt: null }, data: { endedAt: ctx.now } });
  await ctx.emit('order.refunded', { orderId, refundId });
  return { claimId, returnsUnit: orderState === 'PAID' };
}

async function alertStaff(ctx: Ctx, { orderId }: LockedPayment, refundId: string): Promise<null> {
  await audit(ctx, { act: 'refund.failed', subject: ['order', orderId], detail: { refundId } });
  return null;
}
