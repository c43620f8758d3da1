import Stripe from 'stripe';

import { minute } from '@/lib/core/time';

import { GatewayRefused, type NewSession, type Notice, type PaymentProvider, type RefundAnswer, type Session } from './provider';

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
    createSession: async (input) => asSession(await refusing(stripe.checkout.sessions.create(newSession(input), { idempotencyKey: input.paymentId }))),
    getSession: async (id) => asSession(await stripe.checkout.sessions.retrieve(id)),
    expireSession: (id) => expire(stripe, id),
    refund: async ({ refundId, paymentRef, amountMinor }) => {
      const wish = { payment_intent: paymentRef, amount: amountMinor, metadata: { refundId } };
      return asRefund(await refusing(stripe.refunds.create(wish, { idempotencyKey: refundId })));
    },
    fingerprint: (paymentRef) => fingerprintOf(stripe, paymentRef),
    verifyWebhook: (raw, headers) => readWebhook(stripe, webhookSecret, raw, headers),
  };
}

function newSession(input: NewSession): Stripe.Checkout.SessionCreateParams {
  const metadata = { paymentId: input.paymentId, orderNumber: input.orderNumber };
  return {
    mode: 'payment',
    // A hold lasts minutes: methods that confirm days later cannot keep a unit.
    allowed_payment_method_types: ['card'],
    line_items: [{
      quantity: 1,
      price_data: { currency: input.currency.toLowerCase(), unit_amount: input.amountMinor, product_data: { name: input.description } },
    }],
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
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return asSession(await stripe.checkout.sessions.retrieve(id));
    throw error;
  }
}

function asSession(session: Stripe.Checkout.Session): Session {
  return { ...detailsOf(session), status: statusOf(session), url: session.url ?? null };
}

function detailsOf(session: Stripe.Checkout.Session): Omit<Session, 'status' | 'url'> {
  return {
    id: session.id,
    paymentId: session.metadata?.paymentId ?? session.client_reference_id ?? '',
    amountMinor: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    paymentRef: idOf(session.payment_intent),
  };
}

function statusOf({ status, payment_status }: Stripe.Checkout.Session): Session['status'] {
  if (status === 'expired') return 'expired';
  if (status === 'complete') return payment_status === 'unpaid' ? 'processing' : 'paid';
  return 'open';
}

// https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card-fingerprint
async function fingerprintOf(stripe: Stripe, paymentRef: string): Promise<string | null> {
  const { latest_charge: charge } = await stripe.paymentIntents.retrieve(paymentRef, { expand: ['latest_charge'] });
  return typeof charge === 'object' ? charge?.payment_method_details?.card?.fingerprint ?? null : null;
}

function asRefund({ id, status }: Stripe.Refund): RefundAnswer {
  return { id, status: status === 'failed' || status === 'canceled' ? 'failed' : 'done' };
}

const idOf = (value: string | { id: string } | null | undefined): string | null => (typeof value === 'object' ? value?.id ?? null : value ?? null);

async function refusing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) throw new GatewayRefused(error.message);
    throw error;
  }
}

function readWebhook(stripe: Stripe, secret: string, raw: string, headers: Pick<Headers, 'get'>): Notice | null {
  const signature = headers.get('stripe-signature');
  if (!signature || !secret) return null;
  try {
    return asNotice(stripe.webhooks.constructEvent(raw, signature, secret));
  } catch {
    return null;
  }
}

function asNotice(event: Stripe.Event): Notice {
  const head = { eventId: event.id, type: event.type };
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired':
      return { ...head, status: statusOf(event.data.object), session: detailsOf(event.data.object) };
    case 'checkout.session.async_payment_failed':
      return { ...head, status: 'failed', session: detailsOf(event.data.object) };
    case 'payment_intent.payment_failed':
      return { ...head, status: 'declined', session: ofIntent(event.data.object) };
    default:
      return { ...head, status: null, session: null };
  }
}

function ofIntent(intent: Stripe.PaymentIntent): Notice['session'] {
  const paymentId = intent.metadata?.paymentId ?? '';
  return paymentId ? { id: '', paymentId, amountMinor: intent.amount, currency: intent.currency.toUpperCase(), paymentRef: intent.id } : null;
}
