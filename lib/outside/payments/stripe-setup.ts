import Stripe from 'stripe';

import type { SetupProblem } from './provider';
import { webhookEvents } from './stripe-webhook';

/** Whether Stripe takes the key, lets the account charge, and tells this address what the store must hear; null where all is right. */
export async function checkStripe(stripe: Stripe, webhook: string): Promise<SetupProblem | null> {
  try {
    // https://docs.stripe.com/api/accounts/object#account_object-charges_enabled
    const { charges_enabled: charges } = await stripe.accounts.retrieveCurrent();
    if (!charges) return 'account-incomplete';
  } catch (error) {
    if (isRefused(error)) return 'key-refused';
    // A restricted key need not see its account to take payments.
    if (!isForbidden(error)) throw error;
  }
  return checkWebhook(stripe, webhook);
}

async function checkWebhook(stripe: Stripe, webhook: string): Promise<SetupProblem | null> {
  let found: Stripe.WebhookEndpoint[];
  try {
    found = (await stripe.webhookEndpoints.list({ limit: 100 })).data.filter(({ url }) => sameAddress(url, webhook));
  } catch (error) {
    if (isForbidden(error)) return 'webhook-unseen';
    if (isRefused(error)) return 'key-refused';
    throw error;
  }
  if (found.length === 0) return 'webhook-missing';
  const on = found.filter(({ status }) => status === 'enabled');
  if (on.length === 0) return 'webhook-off';
  return on.some(({ enabled_events: told }) => tellsAll(told)) ? null : 'webhook-narrow';
}

const tellsAll = (told: readonly string[]): boolean =>
  told.includes('*') || webhookEvents.every((event) => told.includes(event));

const sameAddress = (one: string, other: string): boolean => one.replace(/\/$/, '') === other.replace(/\/$/, '');

const isRefused = (error: unknown): boolean => error instanceof Stripe.errors.StripeAuthenticationError;
const isForbidden = (error: unknown): boolean => error instanceof Stripe.errors.StripePermissionError;
