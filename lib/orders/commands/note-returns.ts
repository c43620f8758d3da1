import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';

import { lockPayment, type LockedPayment } from '../sql';
import { addStep } from './add-step';
import { raiseAlert, solveAlerts } from './alerts';
import { finishRefund, type FinishedRefund, type RefundWord } from './finish-refund';

type Refund = { id: string; refundId: string | null; amountMinor: number; status: RefundWord };
type Dispute = { id: string; state: 'OPEN' | 'WON' | 'LOST'; amountMinor: number };
export type NoteReturns = {
  provider: string;
  paymentRef: string;
  paymentId: string;
  refunds: Refund[];
  disputes: Dispute[];
};

/** Makes an order agree with the refunds and disputes that its gateway lists, whoever made them there. Null where the payment is not known. */
export async function noteReturns(
  ctx: Ctx,
  { provider, paymentRef, paymentId, refunds, disputes }: NoteReturns,
): Promise<FinishedRefund | null> {
  const payment = await lockPayment(ctx.db, paymentId);
  if (payment?.provider !== provider || payment.paymentRef !== paymentRef) return null;
  let finished: FinishedRefund | null = null;
  for (const refund of refunds) {
    const refundId =
      (await knownRefund(ctx, payment, refund)) ??
      (refund.status === 'failed' ? null : await takeOver(ctx, payment, refund));
    if (refundId)
      finished = (await finishRefund(ctx, { refundId, providerRef: refund.id, status: refund.status })) ?? finished;
  }
  for (const dispute of disputes) await noteDispute(ctx, payment, dispute);
  return finished;
}

async function knownRefund(
  { db }: Ctx,
  { id: paymentId }: LockedPayment,
  { id, refundId }: Refund,
): Promise<string | null> {
  const known = await db.refund.findMany({ where: { paymentId }, select: { id: true, providerRef: true } });
  return known.find((each) => each.id === refundId || each.providerRef === id)?.id ?? null;
}

// A refund that somebody made at the gateway itself: from here on it is the order's as any other.
async function takeOver(
  ctx: Ctx,
  { id: paymentId, orderId, number, currency }: LockedPayment,
  { id: providerRef, amountMinor }: Refund,
): Promise<string> {
  const id = uuid7(ctx.now);
  await ctx.db.refund.create({
    data: {
      id,
      orderId,
      paymentId,
      amountMinor: Math.round(amountMinor),
      reason: 'made-at-gateway',
      providerRef,
      createdAt: ctx.now,
    },
  });
  await addStep(ctx, { orderId, kind: 'REFUND_STARTED', note: 'made-at-gateway' });
  await audit(ctx, {
    act: 'refund.elsewhere',
    subject: ['order', orderId],
    detail: { number, amountMinor, currency, refundId: id },
  });
  return id;
}

async function noteDispute(
  ctx: Ctx,
  { id: paymentId, provider, orderId, number }: LockedPayment,
  { id: ref, state, amountMinor }: Dispute,
): Promise<void> {
  const known = await ctx.db.dispute.findUnique({
    where: { provider_ref: { provider, ref } },
    select: { state: true, amountMinor: true, openedAt: true },
  });
  const sum = Math.round(amountMinor);
  if (known?.state === state && (known.amountMinor ?? sum) === sum) return;
  const closedAt = state === 'OPEN' ? null : ctx.now;
  // One that a bank opens again is open from now on, and so is another sum of it.
  const openedAt = state === 'OPEN' || !known ? ctx.now : known.openedAt;
  await ctx.db.dispute.upsert({
    where: { provider_ref: { provider, ref } },
    update: { state, closedAt, amountMinor: sum, openedAt },
    create: { provider, ref, paymentId, state, amountMinor: sum, openedAt, closedAt },
  });
  await audit(ctx, { act: 'payment.dispute', subject: ['order', orderId], detail: { number, state } });
  if (state !== 'WON') await raiseAlert(ctx, { orderId, paymentId, kind: 'DISPUTE' });
  else if ((await ctx.db.dispute.count({ where: { paymentId, state: { not: 'WON' } } })) === 0)
    await solveAlerts(ctx, { paymentId, kinds: ['DISPUTE'] });
}
