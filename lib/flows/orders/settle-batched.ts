import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { inInputOrder } from '@/lib/core/batching';
import { isUuid, uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';
import { clock } from '@/lib/core/time';
import { batchOrEach, batchedOrNull } from '@/lib/core/batch-or-each';
import { limitDigests } from '@/lib/drops/limit-digest';
import { addressWords, type SentTo } from '@/lib/orders/address-words';
import { listShipping } from '@/lib/orders/payment-queries';
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
  return now
    ? ((await batchOrEach((all: Paid[]) => settleAtOnce(db, all, now), [paid]))[0] ?? null)
    : settleInBatch(paid);
}

const settleInBatch = batchedOrNull((paid: Paid[]) => settleAtOnce(db, paid, clock()));

/** Settles all of them by one statement or throws; null for a payment that is not known. */
export async function settleAtOnce(db: Raw, paid: Paid[], now: Date): Promise<BatchResult[]> {
  const sentTo = inInputOrder(
    await listShipping({ db }, { paymentIds: paid.map(({ session }) => session.paymentId) }),
    paid.length,
  );
  const wanted = paid.flatMap((each, place) => (sentTo[place] ? [termsOf(each, sentTo[place], place, now)] : []));
  if (wanted.length === 0) return paid.map(() => null);
  const settled = await settlePaid(db, wanted, now);
  return paid.map((_, place) => (!sentTo[place] ? null : settled.includes(place) ? 'paid' : 'nothing'));
}

// The parameters that `settle_paid` takes.
function termsOf({ provider, status, session, receipt }: Paid, sentTo: SentTo, place: number, now: Date) {
  const { id: sessionId, paymentId: id, amountMinor, currency, paymentRef, fingerprint } = session;
  const told = receipt ? { ...receipt, payload: receiptPayload({ status, session }) } : null;
  return {
    place,
    id,
    provider,
    sessionId,
    amountMinor,
    currency,
    paymentRef,
    ...limitDigests(addressWords(sentTo), fingerprint ?? null),
    event: uuid7(now),
    told,
  };
}
