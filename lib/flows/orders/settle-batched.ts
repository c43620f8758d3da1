import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { inInputOrder } from '@/lib/core/batching';
import { isUuid, uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';
import { clock } from '@/lib/core/time';
import { batchOrEach, batchedOrNull } from '@/lib/core/batch-or-each';
import { limitDigests } from '@/lib/drops/limit-digest';
import { addressWords } from '@/lib/orders/address-words';
import { listOfShop, listShipping } from '@/lib/orders/payment-queries';
import { settlePaid } from '@/lib/orders/sql';
import { receiptPayload, type PaymentReport, type WebhookReceipt } from '@/lib/orders/webhook-receipts';

type Paid = PaymentReport & { session: NonNullable<PaymentReport['session']>; receipt?: WebhookReceipt };
type BatchResult = 'paid' | 'nothing' | null;

/**
 * Batches payments of one moment into one `settle_paid` statement, so that the stock row is locked only for the time of
 * its commit. Null when the payment cannot be batched: nothing was written, and the caller falls back to the single-row
 * path. With a time of its own (`options.now`) it is a batch of one.
 */
export async function settleBatched(
  report: PaymentReport,
  { now }: Options,
  receipt?: WebhookReceipt,
): Promise<BatchResult> {
  const { status, session } = report;
  if (status !== 'paid' || !session || !isUuid(session.paymentId) || !Number.isInteger(session.amountMinor))
    return null;
  const paid = { ...report, session, receipt };
  if (now) return (await alone(settleAtOnce, paid, now)) ?? (await alone(settleGoodsAtOnce, paid, now));
  return (await settleInBatch(paid)) ?? (await settleGoodsInBatch(paid));
}

// Goods have batches of their own: what is sold in a drop never waits for the stock of the shop.
const settleInBatch = batchedOrNull((paid: Paid[]) => settleAtOnce(db, paid, clock()));
const settleGoodsInBatch = batchedOrNull((paid: Paid[]) => settleGoodsAtOnce(db, paid, clock()));

const alone = async (settle: typeof settleAtOnce, paid: Paid, now: Date): Promise<BatchResult> =>
  (await batchOrEach((all: Paid[]) => settle(db, all, now), [paid]))[0] ?? null;

/** Settles the payments of orders of the shop by one statement or throws; null for any other payment. */
export async function settleGoodsAtOnce(db: Raw, paid: Paid[], now: Date): Promise<BatchResult[]> {
  const ofShop = await listOfShop({ db }, { paymentIds: paid.map(({ session }) => session.paymentId) });
  const wanted = paid.flatMap((each, place) =>
    ofShop.has(place + 1) ? [termsOf(each, { kinds: [], digests: [] }, place, now)] : [],
  );
  if (wanted.length === 0) return paid.map(() => null);
  const settled = await settlePaid(db, wanted, now);
  return paid.map((_, place) => (!ofShop.has(place + 1) ? null : settled.includes(place) ? 'paid' : 'nothing'));
}

/** Settles the payments of units of drops by one statement or throws; null for any other payment. */
export async function settleAtOnce(db: Raw, paid: Paid[], now: Date): Promise<BatchResult[]> {
  const sentTo = inInputOrder(
    await listShipping({ db }, { paymentIds: paid.map(({ session }) => session.paymentId) }),
    paid.length,
  );
  const wanted = paid.flatMap((each, place) => {
    const sent = sentTo[place];
    return sent ? [termsOf(each, limitDigests(addressWords(sent), each.session.fingerprint ?? null), place, now)] : [];
  });
  if (wanted.length === 0) return paid.map(() => null);
  const settled = await settlePaid(db, wanted, now);
  return paid.map((_, place) => (!sentTo[place] ? null : settled.includes(place) ? 'paid' : 'nothing'));
}

// The parameters that `settle_paid` takes.
function termsOf(
  { provider, status, session, receipt }: Paid,
  limits: { kinds: string[]; digests: string[] },
  place: number,
  now: Date,
) {
  const { id: sessionId, paymentId: id, amountMinor, currency, paymentRef } = session;
  const told = receipt ? { ...receipt, payload: receiptPayload({ status, session }) } : null;
  return { place, id, provider, sessionId, amountMinor, currency, paymentRef, ...limits, event: uuid7(now), told };
}
