import { system } from '@/lib/core/actor';
import { inRawTransaction, type Ctx, type Options } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';
import { keepClaim } from '@/lib/drops/commands/keep-claim';
import { freeDiscounts, retakeDiscounts } from '@/lib/discounts/commands';
import { freeLimits, markLimits } from '@/lib/drops/commands/mark-limits';
import { releaseClaim } from '@/lib/drops/commands/release-claim';
import { retakeUnit } from '@/lib/drops/commands/retake-unit';
import {
  cancelUnpaid,
  endPayment,
  flagPayment,
  markPaid,
  noteDecline,
  refuseLatePayment,
  refuseOveruse,
  refuseSecondPayment,
} from '@/lib/orders/commands';
import { releaseHeld, sellHeld } from '@/lib/stock/commands';
import { addressWords } from '@/lib/orders/address-words';
import { lockPayment, type LockedPayment } from '@/lib/orders/sql';
import type { Taken } from '@/lib/orders/commands/mark-paid';
import type { ExceededLimit } from '@/lib/orders/commands/refuse-payment';
import { paymentProvider } from '@/lib/outside/payments';

import {
  recordWebhookOutcome,
  recordWebhookReceipt,
  type PaymentReport,
  type WebhookReceipt,
} from '@/lib/orders/webhook-receipts';
import { retakeCredit, returnCreditOf } from './credit-of-order';
import { settleBatched } from './settle-batched';

export type Settled = 'paid' | 'paid-late' | 'refunding' | 'mismatch' | 'ended' | 'declined' | 'nothing' | 'unknown';

/** Applies a payment report once: repeated, late or out of order it changes nothing. The webhook's receipt is written in the same commit. */
export async function settlePayment(
  report: PaymentReport,
  options: Options = {},
  receipt?: WebhookReceipt,
): Promise<Settled> {
  const marked =
    report.status === 'paid' && report.session
      ? { ...report, session: await withFingerprint(report.provider, report.session) }
      : report;
  return (
    (await settleBatched(marked, options, receipt)) ??
    inRawTransaction(system, (ctx) => settleAlone(ctx, marked, receipt), options)
  );
}

// The card's fingerprint is requested from the gateway where the report has none: network, so before the transaction.
async function withFingerprint<S extends NonNullable<PaymentReport['session']>>(
  provider: string,
  session: S,
): Promise<S> {
  const ask = paymentProvider(provider).fingerprint;
  if (session.fingerprint !== undefined || !session.paymentRef || !ask) return session;
  return { ...session, fingerprint: await ask(session.paymentRef) };
}

/** The single-row path: settles one payment, whatever its state. */
export async function settleAlone(ctx: Ctx<Raw>, report: PaymentReport, receipt?: WebhookReceipt): Promise<Settled> {
  if (receipt && !(await recordWebhookReceipt(ctx, report, receipt))) return 'nothing';
  const outcome = report.session ? await act(ctx, { ...report, session: report.session }) : 'nothing';
  if (receipt) await recordWebhookOutcome(ctx, report, receipt, outcome);
  return outcome;
}

async function act(
  ctx: Ctx<Raw>,
  { provider, status, session }: PaymentReport & { session: NonNullable<PaymentReport['session']> },
): Promise<Settled> {
  const payment = isUuid(session.paymentId) ? await lockPayment(ctx.db, session.paymentId) : undefined;
  if (!payment || payment.provider !== provider) return 'unknown';
  switch (status) {
    case 'paid':
      return takeMoney(ctx, payment, session);
    case 'expired':
      return end(ctx, payment, 'EXPIRED');
    case 'failed':
      return end(ctx, payment, 'FAILED');
    case 'declined':
      await noteDecline(ctx, payment);
      return 'declined';
    default:
      return 'nothing';
  }
}

async function takeMoney(
  ctx: Ctx<Raw>,
  payment: LockedPayment,
  session: NonNullable<PaymentReport['session']>,
): Promise<Settled> {
  const { id: sessionId, amountMinor, currency, paymentRef, fingerprint = null } = session;
  if (payment.state === 'PAID' || payment.state === 'REFUNDED') return 'nothing';
  // A payment that was begun before the address, and with it the total, was changed pays for another order than this one.
  const fits =
    payment.state !== 'REVIEW' &&
    payment.amountMinor === amountMinor &&
    payment.amountMinor === payment.orderDueMinor &&
    payment.currency === currency &&
    (payment.sessionId ?? sessionId) === sessionId;
  if (!fits) {
    await flagPayment(ctx, payment, { sessionId, amountMinor, currency, paymentRef });
    return 'mismatch';
  }
  const taken = { payment, sessionId, paymentRef };
  if (payment.paidByAnother) {
    await refuseSecondPayment(ctx, taken);
    return 'refunding';
  }
  const { claimId, dropId } = payment;
  return claimId && dropId
    ? buyUnit(ctx, { ...taken, payment: { ...payment, claimId, dropId } }, fingerprint)
    : buyGoods(ctx, taken);
}

// Buys what an order of the shop holds, or takes it again where its hold had ended and it is still there.
async function buyGoods(ctx: Ctx<Raw>, taken: Taken): Promise<Settled> {
  const { orderId, orderState, creditMinor } = taken.payment;
  const late = orderState !== 'PENDING';
  if (!(await sellHeld(ctx, { orderId }))) return refuseLate(ctx, taken);
  // Discounts before credit, as who orders: so that the two never wait for each other crosswise.
  if (late) await retakeDiscounts(ctx, { orderId });
  // What credit was to pay went back when the order lapsed. Where it is spent by now, this money alone buys nothing.
  if (late && creditMinor > 0 && !(await retakeCredit(ctx, { orderId }))) {
    await releaseHeld(ctx, { orderId });
    await freeDiscounts(ctx, { orderId });
    return refuseLate(ctx, taken);
  }
  await markPaid(ctx, { ...taken, late });
  return late ? 'paid-late' : 'paid';
}

async function refuseLate(ctx: Ctx<Raw>, taken: Taken): Promise<Settled> {
  await refuseLatePayment(ctx, taken);
  const { orderId, creditMinor } = taken.payment;
  if (creditMinor > 0) await returnCreditOf(ctx, { orderId });
  return 'refunding';
}

type ForUnit = Taken & { payment: LockedPayment & { claimId: string; dropId: string } };

// Buys a unit of a drop.
async function buyUnit(ctx: Ctx<Raw>, taken: ForUnit, fingerprint: string | null): Promise<Settled> {
  const { payment } = taken;
  const { claimId, claimState, dropCancelled, unitTaken } = payment;
  const may = !dropCancelled && !unitTaken && claimState !== 'PAID';
  // Limit marks first: every buyer of the drop waits for the stock row, so that row is locked last and held shortest.
  const limit = may ? await markLimits(ctx, { ...payment, address: addressWords(payment), fingerprint }) : null;
  if (limit) return refundOverLimit(ctx, taken, limit === 'ADDRESS' ? 'limit-address' : 'limit-payment');
  const unit = may ? await takeUnit(ctx, claimId) : null;
  if (may && !unit) await freeLimits(ctx, { claimId });
  if (unit) await markPaid(ctx, { ...taken, late: unit === 'retaken' });
  else await refuseLatePayment(ctx, taken);
  return unit === 'kept' ? 'paid' : unit === 'retaken' ? 'paid-late' : 'refunding';
}

async function refundOverLimit(ctx: Ctx<Raw>, taken: ForUnit, limit: ExceededLimit): Promise<Settled> {
  const { claimId } = taken.payment;
  await freeLimits(ctx, { claimId });
  await releaseClaim(ctx, { claimId, cause: 'LIMIT' });
  await refuseOveruse(ctx, taken, limit);
  return 'refunding';
}

async function takeUnit(ctx: Ctx<Raw>, claimId: string): Promise<'kept' | 'retaken' | null> {
  if (await keepClaim(ctx, { claimId })) return 'kept';
  return (await retakeUnit(ctx, { claimId })) ? 'retaken' : null;
}

async function end(ctx: Ctx<Raw>, payment: LockedPayment, state: 'EXPIRED' | 'FAILED'): Promise<Settled> {
  if (!(await endPayment(ctx, payment, state))) return 'nothing';
  const orphan = payment.claimState === 'RELEASED' || payment.unitTaken;
  if (orphan) await cancelUnpaid(ctx, { id: payment.orderId, state: payment.orderState }, 'hold-ended');
  return 'ended';
}
