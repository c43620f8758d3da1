import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import type { OrderState } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

import type { LockedPayment } from '../sql';
import { addStep } from './add-step';
import type { Taken } from './mark-paid';
import { raiseAlert } from './alerts';
import { startRefund } from './start-refund';

export type ExceededLimit = 'limit-address' | 'limit-payment';

/** Sends money back that found no unit: its hold had ended and nothing was left. */
export async function refuseLatePayment(ctx: Ctx<Raw>, taken: Taken): Promise<void> {
  await sendBack(ctx, taken, 'late-payment');
  await ctx.emit('order.paidLate', { orderId: taken.payment.orderId, honoured: false });
}

/** Sends money back that came for an order whose unit another payment has bought: the order stays as it is. */
export async function refuseSecondPayment(ctx: Ctx<Raw>, taken: Taken): Promise<void> {
  await sendBack(ctx, taken, 'paid-twice');
  await ctx.emit('order.paidTwice', { orderId: taken.payment.orderId, paymentId: taken.payment.id });
}

/** Sends money back that would have bought more than the drop sells to one address or one card. */
export async function refuseOveruse(ctx: Ctx<Raw>, taken: Taken, limit: ExceededLimit): Promise<void> {
  await sendBack(ctx, taken, limit);
  await ctx.emit('order.overLimit', { orderId: taken.payment.orderId, limit });
}

const stepsBack = {
  'late-payment': { kind: 'LATE_PAYMENT' },
  'paid-twice': { kind: 'PAID_TWICE' },
  'limit-address': { kind: 'CANCELLED' },
  'limit-payment': { kind: 'CANCELLED' },
} as const;

async function sendBack(
  ctx: Ctx<Raw>,
  { payment, sessionId, paymentRef }: Taken,
  reason: 'late-payment' | 'paid-twice' | ExceededLimit,
): Promise<void> {
  const { id, orderId, amountMinor } = payment;
  await ctx.db.$executeRaw`
    UPDATE "Payment" SET "state" = 'PAID', "paymentRef" = ${paymentRef}, "sessionId" = ${sessionId}, "settledAt" = ${ctx.now}::timestamptz,
      "surplusAt" = ${ctx.now}::timestamptz WHERE "id" = ${id}::uuid`;
  if (payment.orderState === 'PENDING') await cancel(ctx, orderId);
  await addStep(ctx, { orderId, ...stepsBack[reason], note: reason });
  await startRefund(ctx, { orderId, paymentId: id, amountMinor, reason });
}

type Came = { sessionId: string; amountMinor: number; currency: string; paymentRef: string | null };

/** Never settles money that differs from the order, nor asks for it once more: staff are told and decide. */
export async function flagPayment(
  ctx: Ctx<Raw>,
  { id, state, orderId, number }: LockedPayment,
  came: Came,
): Promise<void> {
  if (state === 'REVIEW') return;
  await ctx.db.$executeRaw`
    UPDATE "Payment" SET "state" = 'REVIEW', "paymentRef" = ${came.paymentRef}, "cameMinor" = ${Math.round(came.amountMinor)}::bigint, "cameCurrency" = ${came.currency},
      "settledAt" = ${ctx.now}::timestamptz, "surplusAt" = ${ctx.now}::timestamptz WHERE "id" = ${id}::uuid`;
  await addStep(ctx, { orderId, kind: 'PAYMENT_REVIEW' });
  await audit(ctx, {
    act: 'payment.mismatch',
    subject: ['order', orderId],
    detail: { number, paymentId: id, ...came },
  });
  await raiseAlert(ctx, { orderId, paymentId: id, kind: 'PAYMENT_MISMATCH' });
}

/** Notes that a try to pay was turned down; the session stays open for another. */
export async function noteDecline(ctx: Ctx<Raw>, payment: LockedPayment): Promise<void> {
  if (payment.state === 'STARTING' || payment.state === 'OPEN')
    await addStep(ctx, { orderId: payment.orderId, kind: 'PAYMENT_FAILED' });
}

/** Ends a payment that will bring no money. Its order waits for another until the hold ends. */
export async function endPayment(ctx: Ctx<Raw>, payment: LockedPayment, state: 'FAILED' | 'EXPIRED'): Promise<boolean> {
  if (payment.state !== 'STARTING' && payment.state !== 'OPEN') return false;
  await ctx.db
    .$executeRaw`UPDATE "Payment" SET "state" = ${state}::"PaymentState", "settledAt" = ${ctx.now}::timestamptz WHERE "id" = ${payment.id}::uuid`;
  if (state === 'FAILED') await addStep(ctx, { orderId: payment.orderId, kind: 'PAYMENT_FAILED' });
  return true;
}

/** Takes an unpaid order back. */
export async function cancelUnpaid(
  ctx: Ctx<Raw>,
  order: { id: string; state: OrderState },
  why: string,
): Promise<boolean> {
  if (order.state !== 'PENDING') return false;
  await cancel(ctx, order.id);
  await addStep(ctx, { orderId: order.id, kind: 'CANCELLED', note: why });
  await ctx.emit('order.cancelled', { orderId: order.id, why });
  return true;
}

async function cancel({ db }: Ctx<Raw>, orderId: string): Promise<void> {
  await db.$executeRaw`UPDATE "Order" SET "state" = 'CANCELLED' WHERE "id" = ${orderId}::uuid`;
}
