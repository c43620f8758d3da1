import { system } from '@/lib/core/actor';
import { inRawTransaction, type Ctx, type Options } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';
import { keepClaim } from '@/lib/drops/commands/keep-claim';
import { freeLimits, markLimits } from '@/lib/drops/commands/mark-limits';
import { releaseClaim } from '@/lib/drops/commands/release-claim';
import { retakeUnit } from '@/lib/drops/commands/retake-unit';
import { cancelUnpaid, endPayment, flagPayment, markPaid, noteDecline, refuseLatePayment, refuseOveruse } from '@/lib/orders/commands';
import { addressWords } from '@/lib/orders/address-words';
import { lockPayment, type LockedPayment } from '@/lib/orders/sql';
import type { Taken } from '@/lib/orders/commands/mark-paid';
import type { Overuse } from '@/lib/orders/commands/refuse-payment';
import { paymentProvider, type Notice, type Session } from '@/lib/outside/payments';

/** What a gateway says of a payment, by webhook or when asked. */
export type News = { provider: string; status: Notice['status']; session: Omit<Session, 'status' | 'url'> };
export type Settled = 'paid' | 'paid-late' | 'refunding' | 'mismatch' | 'ended' | 'declined' | 'nothing' | 'unknown';

/** A session with the mark of its card, asked of the gateway where it does not come by itself; outside any transaction. */
export async function withFingerprint(provider: string, session: News['session']): Promise<News['session']> {
  const ask = paymentProvider(provider).fingerprint;
  if (session.fingerprint !== undefined || !session.paymentRef || !ask) return session;
  return { ...session, fingerprint: await ask(session.paymentRef) };
}

/** Makes the store agree with the gateway, once: told again, late or in the wrong order, it changes nothing. */
export async function settlePayment(news: News, options: Options = {}): Promise<Settled> {
  const marked = { ...news, session: news.status === 'paid' ? await withFingerprint(news.provider, news.session) : news.session };
  return inRawTransaction(system, (ctx) => settle(ctx, marked), options);
}

/** The same inside a transaction that also records where the news came from. */
export async function settle(ctx: Ctx<Raw>, news: News): Promise<Settled> {
  const { paymentId } = news.session;
  const payment = isUuid(paymentId) ? await lockPayment(ctx.db, paymentId) : undefined;
  if (!payment || payment.provider !== news.provider) return 'unknown';
  switch (news.status) {
    case 'paid':
      return takeMoney(ctx, payment, news.session);
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

async function takeMoney(ctx: Ctx<Raw>, payment: LockedPayment, { id: sessionId, amountMinor, currency, paymentRef, fingerprint = null }: News['session']): Promise<Settled> {
  if (payment.state === 'PAID' || payment.state === 'REFUNDED') return 'nothing';
  const fits = payment.amountMinor === amountMinor && payment.currency === currency && (payment.sessionId ?? sessionId) === sessionId;
  if (!fits) {
    await flagPayment(ctx, payment, { sessionId, amountMinor, currency, paymentRef });
    return 'mismatch';
  }
  const taken = { payment, sessionId, paymentRef };
  const { claimId, claimState, dropCancelled, unitTaken } = payment;
  // A claim that is paid already has its marks and its unit: this money came twice.
  const may = !dropCancelled && !unitTaken && claimState !== 'PAID';
  // The marks first: every buyer of the drop waits for the stock row, so that is locked last and held shortest.
  const limit = may ? await markLimits(ctx, { ...payment, address: addressWords(payment), fingerprint }) : null;
  if (limit) return giveBack(ctx, taken, limit === 'ADDRESS' ? 'limit-address' : 'limit-payment');
  const unit = may ? await takeUnit(ctx, claimId) : null;
  if (may && !unit) await freeLimits(ctx, { claimId });
  if (unit) await markPaid(ctx, { ...taken, late: unit === 'retaken' });
  else await refuseLatePayment(ctx, taken);
  return unit === 'kept' ? 'paid' : unit === 'retaken' ? 'paid-late' : 'refunding';
}

async function giveBack(ctx: Ctx<Raw>, taken: Taken, limit: Overuse): Promise<Settled> {
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
