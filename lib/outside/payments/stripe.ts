import Stripe from 'stripe';

import { minute } from '@/lib/core/time';

import { GatewayRefused, type NewSession, type PaymentProvider, type Session } from './provider';
import { toStripe } from './stripe-amounts';
import { refundStatus, returnsOf } from './stripe-returns';
import { asSession } from './stripe-shapes';
import { checkStripe } from './stripe-setup';
import { readWebhook } from './stripe-webhook';

export type StripeSettings = {
  secretKey: string;
  webhookSecret: string;
  /** Where the API answers, when not at Stripe (tests only). */
  server?: { host: string; port: number; protocol: 'http' | 'https' };
};

/** Stripe Checkout behind the store's interface. */
export function stripeProvider({ secretKey, webhookSecret, server }: StripeSettings): PaymentProvider {
  const stripe = new Stripe(secretKey, { maxNetworkRetries: 2, timeout: 20_000, telemetry: false, ...server });
  return {
    name: 'stripe',
    createSession: async (input) =>
      asSession(
        await refusing(stripe.checkout.sessions.create(newSession(input), { idempotencyKey: input.paymentId })),
      ),
    getSession: (id) => retrieve(stripe, id),
    expireSession: (id) => expire(stripe, id),
    refund: async ({ refundId, paymentRef, amountMinor, currency }) => {
      const wish = { payment_intent: paymentRef, amount: toStripe(amountMinor, currency), metadata: { refundId } };
      const { id, status } = await refusing(stripe.refunds.create(wish, { idempotencyKey: refundId }));
      return { id, status: refundStatus(status) };
    },
    fingerprint: (paymentRef) => fingerprintOf(stripe, paymentRef),
    getReturns: (paymentRef) => returnsOf(stripe, paymentRef),
    checkSetup: (webhook) => checkStripe(stripe, webhook),
    verifyWebhook: (raw, headers) => readWebhook(stripe, webhookSecret, raw, headers),
  };
}

function newSession(input: NewSession): Stripe.Checkout.SessionCreateParams {
  const metadata = { paymentId: input.paymentId, orderNumber: input.orderNumber };
  return {
    mode: 'payment',
    // A hold lasts minutes: methods that confirm days later cannot keep a unit.
    allowed_payment_method_types: ['card'],
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: input.currency.toLowerCase(),
          unit_amount: toStripe(input.amountMinor, input.currency),
          product_data: { name: input.description },
        },
      },
    ],
    client_reference_id: input.paymentId,
    customer_email: input.email,
    metadata,
    payment_intent_data: { metadata },
    locale: input.locale,
    success_url: input.successUrl,
    cancel_url: input.cancelUrl,
    expires_at: Math.floor(lastMoment(input).getTime() / 1000),
  };
}

// Stripe keeps a session open for at least thirty minutes, longer than a hold: the sweep expires it before. Counted
// from the payment's start, so that asking again sends the same words under the same idempotency key.
function lastMoment({ startedAt, expiresAt }: NewSession): Date {
  return new Date(Math.max(expiresAt.getTime(), startedAt.getTime() + 50 * minute));
}

async function expire(stripe: Stripe, id: string): Promise<Session> {
  try {
    return asSession(await stripe.checkout.sessions.expire(id));
  } catch (error) {
    // A session that is no longer open cannot be expired: it says itself what became of it.
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return retrieve(stripe, id);
    throw error;
  }
}

async function retrieve(stripe: Stripe, id: string): Promise<Session> {
  try {
    return asSession(await stripe.checkout.sessions.retrieve(id));
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404)
      throw new GatewayRefused(error.message);
    throw error;
  }
}

// https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card-fingerprint
async function fingerprintOf(stripe: Stripe, paymentRef: string): Promise<string | null> {
  const { latest_charge: charge } = await stripe.paymentIntents.retrieve(paymentRef, { expand: ['latest_charge'] });
  return typeof charge === 'object' ? (charge?.payment_method_details?.card?.fingerprint ?? null) : null;
}

async function refusing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) throw new GatewayRefused(error.message);
    throw error;
  }
}
