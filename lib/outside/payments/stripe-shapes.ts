import type Stripe from 'stripe';

import type { Session } from './provider';
import { fromStripe } from './stripe-amounts';

/** A checkout session in the store's words. */
export function asSession(session: Stripe.Checkout.Session): Session {
  return { ...detailsOf(session), status: statusOf(session), url: session.url ?? null };
}

/** What a session says beside its state. */
export function detailsOf(session: Stripe.Checkout.Session): Omit<Session, 'status' | 'url'> {
  return {
    id: session.id,
    paymentId: session.metadata?.paymentId ?? session.client_reference_id ?? '',
    ...amountOf(session.amount_total, session.currency),
    paymentRef: idOf(session.payment_intent),
  };
}

/** An amount with its currency, as the store counts both. */
export function amountOf(amount: number | null, currency: string | null): { amountMinor: number; currency: string } {
  const code = (currency ?? '').toUpperCase();
  return { amountMinor: fromStripe(amount ?? 0, code), currency: code };
}

/** How a session stands. */
export function statusOf({ status, payment_status }: Stripe.Checkout.Session): Session['status'] {
  if (status === 'expired') return 'expired';
  if (status === 'complete')
    return payment_status === 'paid' || payment_status === 'no_payment_required' ? 'paid' : 'processing';
  return 'open';
}

/** The id of what Stripe gives whole or by its id alone. */
export const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'object' ? (value?.id ?? null) : (value ?? null);
