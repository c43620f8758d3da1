import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import type { RefundState } from '@/lib/core/prisma-client/enums';

import { lockPayment, type LockedPayment } from '../sql';
import { addStep } from './add-step';
import { raiseAlert, solveAlerts } from './alerts';

/** A gateway's status of a refund: done and failed are final, though a bank may still fail one that was done. */
export type RefundWord = 'done' | 'pending' | 'failed';

export type FinishRefund = { refundId: string; providerRef: string | null; status: RefundWord };

/** An order whose money went back whole; `returnsUnit` where its unit was never sent. */
export type FinishedRefund = { orderId: string; claimId: string | null; returnsUnit: boolean };

// The moves that each status allows; a refund that is done can only fail afterwards.
const from: Record<RefundWord, RefundState[]> = {
  pending: ['PENDING'],
  done: ['PENDING'],
  failed: ['PENDING', 'DONE'],
};
const to = { pending: 'PENDING', done: 'DONE', failed: 'FAILED' } as const;

/** Records the gateway's answer to a refund. Tells the order that ended with it: its unit is owned no more, and goes back to the drop where it was never sent. */
export async function finishRefund(
  ctx: Ctx,
  { refundId, providerRef, status }: FinishRefund,
): Promise<FinishedRefund | null> {
  const { paymentId } = await ctx.db.refund.findUniqueOrThrow({ where: { id: refundId }, select: { paymentId: true } });
  const payment = found(await lockPayment(ctx.db, paymentId));
  const { count } = await ctx.db.refund.updateMany({
    where: { id: refundId, state: { in: from[status] } },
    data: { state: to[status], ...(providerRef && { providerRef }), ...(status !== 'pending' && { doneAt: ctx.now }) },
  });
  if (count === 0 || status === 'pending') return null;
  return status === 'done' ? completeRefund(ctx, payment, refundId) : alertStaff(ctx, payment, refundId);
}

async function completeRefund(ctx: Ctx, payment: LockedPayment, refundId: string): Promise<FinishedRefund | null> {
  const { id, orderId, orderState, claimId, surplusAt } = payment;
  if (!(await wentBackWhole(ctx, payment))) {
    if (!surplusAt) await tellOfPart(ctx, { orderId, refundId });
    return null;
  }
  await ctx.db.payment.update({ where: { id }, data: { state: 'REFUNDED' } });
  await solveAlerts(ctx, { paymentId: id, kinds: ['REFUND_REFUSED', 'PAYMENT_MISMATCH'] });
  // What another payment of the order brought stays until it goes back too.
  if (!surplusAt && (await isPaidByOthers(ctx, payment))) {
    await tellOfPart(ctx, { orderId, refundId });
    return null;
  }
  // Money that bought nothing takes nothing away from an order that another payment bought.
  if (surplusAt && orderState !== 'CANCELLED') {
    await addStep(ctx, { orderId, kind: 'REFUNDED', note: 'surplus-refunded' });
    return null;
  }
  await ctx.db.payment.updateMany({
    where: { orderId, state: 'PAID', surplusAt: null, amountMinor: 0 },
    data: { state: 'REFUNDED' },
  });
  await ctx.db.order.update({ where: { id: orderId }, data: { state: 'REFUNDED' } });
  await addStep(ctx, { orderId, kind: 'REFUNDED' });
  await ctx.emit('order.refunded', { orderId, refundId });
  return { orderId, claimId, returnsUnit: orderState === 'PAID' };
}

const isPaidByOthers = async ({ db }: Ctx, { id, orderId }: LockedPayment): Promise<boolean> =>
  (await db.payment.count({
    where: { orderId, id: { not: id }, state: 'PAID', surplusAt: null, amountMinor: { gt: 0 } },
  })) > 0;

async function tellOfPart(ctx: Ctx, refund: { orderId: string; refundId: string }): Promise<void> {
  await addStep(ctx, { orderId: refund.orderId, kind: 'REFUNDED_PARTLY' });
  await ctx.emit('order.refundedPartly', refund);
}

async function wentBackWhole(ctx: Ctx, { id, amountMinor }: LockedPayment): Promise<boolean> {
  const { cameMinor } = await ctx.db.payment.findUniqueOrThrow({ where: { id }, select: { cameMinor: true } });
  const { _sum: gone } = await ctx.db.refund.aggregate({
    where: { paymentId: id, state: 'DONE' },
    _sum: { amountMinor: true },
  });
  return (gone.amountMinor ?? 0) >= (cameMinor ?? amountMinor);
}

// Also where it counted as done before: the money is with the brand again, though the order stays as its buyer was told.
async function alertStaff(
  ctx: Ctx,
  { id, orderId, number, state, currency }: LockedPayment,
  refundId: string,
): Promise<null> {
  if (state === 'REFUNDED') await ctx.db.payment.update({ where: { id }, data: { state: 'PAID' } });
  const { amountMinor } = await ctx.db.refund.findUniqueOrThrow({
    where: { id: refundId },
    select: { amountMinor: true },
  });
  await audit(ctx, {
    act: 'refund.failed',
    subject: ['order', orderId],
    detail: { number, amountMinor, currency, refundId },
  });
  await raiseAlert(ctx, { orderId, paymentId: id, kind: 'REFUND_REFUSED' });
  return null;
}
