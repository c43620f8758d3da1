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
export type News = { provider: string; status: Notice['status']; session: Omit<Session, 'status' | 'url'> | null };
export type Settled = 'paid' | 'paid-late' | 'refunding' | 'mismatch' | 'ended' | 'declined' | 'nothing' | 'unknown';

/** Where the news came from, in the same commit: noted as paid when it begins, false when it was acted on before; the outcome when that is another. */
export type Note = { begin(ctx: Ctx<Raw>): Promise<boolean>; end(ctx: Ctx<Raw>, outcome: Settled): Promise<void> };

// The unit went back between reading and locking it.
class NoLongerHeld extends Error {}

/** Makes the store agree with the gateway, once: told again, late or in the wrong order, it changes nothing. */
export async function settlePayment(news: News, options: Options = {}, note?: Note): Promise<Settled> {
  const marked = news.status === 'paid' && news.session ? { ...news, session: await withFingerprint(news.provider, news.session) } : news;
  const settling = (hope: boolean) => inRawTransaction(system, (ctx) => settle(ctx, marked, hope, note), options);
  return settling(true).catch((error: unknown) => {
    if (error instanceof NoLongerHeld) return settling(false);
    throw error;
  });
}

// The mark of the card is asked of the gateway where it does not come by itself: network, so before the transaction.
async function withFingerprint<S extends NonNullable<News['session']>>(provider: string, session: S): Promise<S> {
  const ask = paymentProvider(provider).fingerprint;
  if (session.fingerprint !== undefined || !session.paymentRef || !ask) return session;
  return { ...session, fingerprint: await ask(session.paymentRef) };
}

async function settle(ctx: Ctx<Raw>, news: News, hope: boolean, note?: Note): Promise<Settled> {
  if (note && !(await note.begin(ctx))) return 'nothing';
  const outcome = news.session ? await act(ctx, { ...news, session: news.session }, hope) : 'nothing';
  if (outcome !== 'paid') await note?.end(ctx, outcome);
  return outcome;
}

async function act(ctx: Ctx<Raw>, { provider, status, session }: News & { session: NonNullable<News['session']> }, hope: boolean): Promise<Settled> {
  const payment = isUuid(session.paymentId) ? await lockPayment(ctx.db, session.paymentId) : undefined;
  if (!payment || payment.provider !== provider) return 'unknown';
  switch (status) {
    case 'paid':
      return takeMoney(ctx, payment, session, hope);
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

async function takeMoney(ctx: Ctx<Raw>, payment: LockedPayment, session: NonNullable<News['session']>, hope: boolean): Promise<Settled> {
  const { id: sessionId, amountMinor, currency, paymentRef, fingerprint = null } = session;
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
  const limit = may ? await markLimits(ctx, { ...payment, address: addressWords(payment), fingerprint }) : null;
  if (limit) return giveBack(ctx, taken, limit === 'ADDRESS' ? 'limit-address' : 'limit-payment');
  if (may && hope && claimState === 'HELD') return keepLast(ctx, taken);
  const unit = may ? await takeUnit(ctx, claimId) : null;
  if (may && !unit) await freeLimits(ctx, { claimId });
  if (unit) await markPaid(ctx, { ...taken, late: unit === 'retaken' });
  else await refuseLatePayment(ctx, taken);
  return unit === 'kept' ? 'paid' : unit === 'retaken' ? 'paid-late' : 'refunding';
}

// Every buyer of the drop waits for the stock row, and for each statement after the one that locks it: so it comes last.
async function keepLast(ctx: Ctx<Raw>, taken: Taken): Promise<Settled> {
  await markPaid(ctx, { ...taken, late: false });
  if (!(await keepClaim(ctx, taken.payment))) throw new NoLongerHeld();
  return 'paid';
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
