import Stripe from 'stripe';

import type { Disputed, RefundStatus, Returns } from './provider';
import { amountOf } from './stripe-shapes';

const most = 100;

/** Refunds and disputes of a payment as Stripe lists them now: whatever order its webhooks come in, and whether they do. */
export async function returnsOf(stripe: Stripe, paymentRef: string): Promise<Returns | null> {
  const intent = await stripe.paymentIntents.retrieve(paymentRef).catch((error: unknown) => {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return null;
    throw error;
  });
  if (!intent) return null;
  const [refunds, disputes] = await Promise.all([
    stripe.refunds.list({ payment_intent: paymentRef, limit: most }),
    stripe.disputes.list({ payment_intent: paymentRef, limit: most }),
  ]);
  return {
    paymentId: intent.metadata?.paymentId ?? '',
    refunds: refunds.data.map(({ id, status, metadata, amount, currency }) => ({
      id,
      status: refundStatus(status),
      refundId: metadata?.refundId ?? null,
      amountMinor: amountOf(amount, currency).amountMinor,
    })),
    disputes: disputes.data.map(({ id, status, amount, currency }) => ({
      ...{ id, state: disputeState(status), amountMinor: amountOf(amount, currency).amountMinor },
    })),
  };
}

/** Given back at `succeeded` alone; requires_action, pending and words that Stripe may add later wait. */
export function refundStatus(status: string | null): RefundStatus {
  if (status === 'succeeded') return 'done';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

function disputeState(status: string): Disputed['state'] {
  if (status === 'won' || status === 'warning_closed' || status === 'prevented') return 'WON';
  return status === 'lost' ? 'LOST' : 'OPEN';
}
