import type Stripe from 'stripe';

import type { Notice } from './provider';
import { amountOf, detailsOf, idOf, statusOf } from './stripe-shapes';

/** The events that the store acts on: its webhook at Stripe has to tell them all. */
export const webhookEvents = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.payment_failed',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
] as const satisfies readonly Stripe.Event.Type[];

/** Reads a signed webhook; null when it is not Stripe's. */
export function readWebhook(stripe: Stripe, secret: string, raw: string, headers: Pick<Headers, 'get'>): Notice | null {
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
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
    case 'charge.refunded':
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return { ...head, status: null, session: null, returnsOf: idOf(event.data.object.payment_intent) };
    default:
      return { ...head, status: null, session: null };
  }
}

function ofIntent(intent: Stripe.PaymentIntent): Notice['session'] {
  const paymentId = intent.metadata?.paymentId ?? '';
  return paymentId ? { id: '', paymentId, ...amountOf(intent.amount, intent.currency), paymentRef: intent.id } : null;
}
