import { bounded } from '@/lib/core/bounded';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';
import { day } from '@/lib/core/time';

import { demoProvider } from './demo/demo-provider';
import { freeProvider } from './free';
import type { PaymentProvider } from './provider';
import { stripeProvider, type StripeSettings } from './stripe';

export { webhookEvents } from './stripe-webhook';
export { GatewayRefused } from './provider';
export type {
  Disputed,
  NewSession,
  Notice,
  PaymentProvider,
  RefundAnswer,
  RefundStatus,
  Returned,
  Returns,
  Session,
  SessionStatus,
  SetupProblem,
} from './provider';

const makers: Record<string, () => PaymentProvider> = {
  stripe: () =>
    stripeProvider({
      secretKey: env.STRIPE_SECRET_KEY ?? '',
      webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? '',
      server: env.STRIPE_API_URL ? serverAt(new URL(env.STRIPE_API_URL)) : undefined,
    }),
  // Where it is no longer set, what was paid by it can still be read and refunded; nothing new is paid by it.
  demo: demoProvider,
  free: freeProvider,
};
const made = bounded<PaymentProvider>({
  name: 'payment gateways',
  holds: 'Each payment gateway, once it is used.',
  count: 10,
  bytes: 100_000,
  ttl: day,
  sizeOf: () => 5_000,
});

function serverAt({ hostname, port, protocol }: URL): StripeSettings['server'] {
  const secure = protocol === 'https:';
  // An address of IPv6 stands in brackets in a URL and without them in a connection.
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 443 : 80),
    protocol: secure ? 'https' : 'http',
  };
}

/** How payments are set: not at all, the demo's own, or Stripe with test or live keys. */
export function paymentsState(): 'missing' | 'demo' | 'test' | 'done' {
  if (!env.hasPayments) return 'missing';
  if (env.PAYMENTS === 'demo') return 'demo';
  return /^(sk|rk)_test_/.test(env.STRIPE_SECRET_KEY ?? '') ? 'test' : 'done';
}

/** Where Stripe has to tell this shop of payments. */
export const webhookAddress = (): string => `${env.PUBLIC_URL}/api/webhooks/stripe`;

/** The gateway that new payments use; refuses where none is set up. */
export function gatewayForNew(): string {
  if (!env.hasPayments)
    throw new Refused('payments-not-set', 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET are missing');
  return env.PAYMENTS;
}

/** The gateway that a new payment of so much uses: none has to be set up for what costs nothing, and none would take it. */
export const gatewayFor = (totalMinor: number): string => (totalMinor === 0 ? 'free' : gatewayForNew());

/** Whether a gateway can be asked: of one whose settings were taken away nothing is heard any more. */
export const canAsk = (name: string): boolean =>
  made.get(name) !== undefined || name !== 'stripe' || Boolean(env.STRIPE_SECRET_KEY);

/** The gateway that a payment was begun with; new payments use the one that the settings name. */
export function paymentProvider(name: string = env.PAYMENTS): PaymentProvider {
  const known = made.get(name);
  if (known) return known;
  const provider = makers[name]?.();
  if (!provider) throw new Error(`There is no payment gateway "${name}" here`);
  made.set(name, provider);
  return provider;
}

/** Puts another gateway in a name's place (tests only). */
export function replaceProvider(name: string, provider: PaymentProvider): void {
  made.set(name, provider);
}
