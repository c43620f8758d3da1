import { randomUUID } from 'node:crypto';

import Stripe from 'stripe';

import { after, clock, minute } from '@/lib/core/time';
import { signNotice } from '@/lib/outside/payments/demo/demo-notice';
import { demoProvider } from '@/lib/outside/payments/demo/demo-provider';
import { settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import type { NewSession, PaymentProvider, Session } from '@/lib/outside/payments/provider';
import { stripeProvider } from '@/lib/outside/payments/stripe';
import objects from '@/tests/fixtures/stripe/objects.json';

import type { FakeStripe } from './fake-stripe';
import { waitingNotices } from './order-factories';

type Webhook = { raw: string; headers: Headers };

/** A gateway under test: how its payer pays, and how it would tell the store. */
type Subject = {
  provider: PaymentProvider;
  pay(sessionId: string): Promise<void>;
  told(session: Session, at?: Date): Promise<Webhook>;
};

export const secret = 'whsec_test_secret';
export const stripeTools = new Stripe('sk_test_x');

/** Both gateways: the demo, and Stripe's own client against a server of ours. */
export const gateways: Record<string, (fake: FakeStripe) => Subject> = {
  stripe: (fake) => ({
    provider: stripeProvider({
      secretKey: 'sk_test_x',
      webhookSecret: secret,
      server: { host: '127.0.0.1', port: fake.port, protocol: 'http' },
    }),
    pay: async (id) => fake.pay(id),
    told: async ({ id }, at = clock()) => {
      const raw = JSON.stringify({
        ...objects.event,
        id: `evt_${id}`,
        type: 'checkout.session.completed',
        data: { object: fake.sessions.get(id) },
      });
      const timestamp = Math.floor(at.getTime() / 1000);
      return {
        raw,
        headers: new Headers({
          'stripe-signature': stripeTools.webhooks.generateTestHeaderString({ payload: raw, secret, timestamp }),
        }),
      };
    },
  }),
  demo: () => ({
    provider: demoProvider(),
    pay: async (id) => void (await settleDemo(id)),
    told: async ({ id }, at = clock()) => {
      const raw = (await waitingNotices()).find((body) => body.includes(id) && body.includes('session.paid'))!;
      return { raw, headers: new Headers({ 'millet-demo-signature': signNotice(raw, at) }) };
    },
  }),
};

/** A payment page that is asked for. */
export function wish(more: Partial<NewSession> = {}): NewSession {
  const startedAt = clock();
  return {
    paymentId: randomUUID(),
    orderNumber: '7K3M9QXT2V',
    description: 'Open earphones · Oat',
    amountMinor: 14_100,
    currency: 'USD',
    email: 'fan@example.test',
    locale: 'zh',
    successUrl: 'http://localhost/ok',
    cancelUrl: 'http://localhost/back',
    startedAt,
    expiresAt: after(startedAt, 15 * minute),
    ...more,
  };
}
