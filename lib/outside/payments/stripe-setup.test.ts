import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { FakeSetup } from '@/tests/support/fake-stripe-setup';
import { startFakeStripe, type FakeStripe } from '@/tests/support/fake-stripe';
import { gateways } from '@/tests/support/gateways';

import { webhookEvents } from './stripe-webhook';

let fake: FakeStripe;
beforeAll(async () => void (fake = await startFakeStripe()));
afterAll(() => fake.close());

const url = 'https://shop.example/api/webhooks/stripe';
const right: FakeSetup = { charges: true, webhooks: [{ url }] };

describe('the set-up at Stripe', () => {
  it.each<[string, Partial<FakeSetup>, string | null]>([
    ['right', {}, null],
    ['with every event by name', { webhooks: [{ url, enabled_events: [...webhookEvents] }] }, null],
    ['with a slash behind the address', { webhooks: [{ url: `${url}/` }] }, null],
    ['with a key that is refused', { refused: true }, 'key-refused'],
    ['that may not charge yet', { charges: false }, 'account-incomplete'],
    ['without a webhook', { webhooks: [] }, 'webhook-missing'],
    [
      'with a webhook of another shop',
      { webhooks: [{ url: 'https://other.example/api/webhooks/stripe' }] },
      'webhook-missing',
    ],
    ['with a webhook that is off', { webhooks: [{ url, status: 'disabled' }] }, 'webhook-off'],
    ['with one that is off and one that is on', { webhooks: [{ url, status: 'disabled' }, { url }] }, null],
    [
      'with a webhook that lacks an event',
      { webhooks: [{ url, enabled_events: webhookEvents.slice(1) }] },
      'webhook-narrow',
    ],
    ['whose key may not see the account', { forbidden: ['account'] }, null],
    ['whose key may not see webhooks', { forbidden: ['webhooks'] }, 'webhook-unseen'],
  ])('%s', async (_, change, problem) => {
    fake.setup = { ...right, ...change };
    expect(await gateways.stripe!(fake).provider.checkSetup!(url)).toBe(problem);
  });
});
