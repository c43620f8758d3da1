import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import objects from '@/tests/fixtures/stripe/objects.json';
import { startFakeStripe, type FakeStripe } from '@/tests/support/fake-stripe';
import { gateways, secret, stripeTools, wish } from '@/tests/support/gateways';

let fake: FakeStripe;
beforeAll(async () => void (fake = await startFakeStripe()));
afterAll(() => fake.close());

describe('stripe alone', () => {
  it('keeps the session open for its thirty minutes at least, so that the sweep must end it', async () => {
    const { provider } = gateways.stripe!(fake);
    const { id } = await provider.createSession(wish());
    expect(Number(fake.sessions.get(id)?.expires_at)).toBeGreaterThan(Date.now() / 1000 + 30 * 60);
  });

  it.each([
    ['succeeded', 'done'],
    ['pending', 'pending'],
    ['requires_action', 'pending'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
    ['invented_later', 'pending'],
    [null, 'pending'],
  ])('reads a refund that is %s as %s', async (status, read) => {
    const { provider, pay } = gateways.stripe!(fake);
    const session = await provider.createSession(wish());
    await pay(session.id);
    fake.refundStatus = status;
    const paymentRef = (await provider.getSession(session.id)).paymentRef!;
    const answer = await provider.refund({ refundId: randomUUID(), paymentRef, amountMinor: 100, currency: 'USD' });
    fake.refundStatus = 'succeeded';
    expect(answer.status).toBe(read);
    expect((await provider.getReturns(paymentRef))?.refunds[0]?.status).toBe(read);
  });

  it.each([
    ['needs_response', 'OPEN'],
    ['under_review', 'OPEN'],
    ['warning_needs_response', 'OPEN'],
    ['invented_later', 'OPEN'],
    ['won', 'WON'],
    ['warning_closed', 'WON'],
    ['lost', 'LOST'],
  ])('reads a dispute that is %s as %s', async (status, state) => {
    const { provider, pay } = gateways.stripe!(fake);
    const session = await provider.createSession(wish());
    await pay(session.id);
    const paymentRef = (await provider.getSession(session.id)).paymentRef!;
    const sum = { amount: 4_100, currency: 'usd' };
    fake.disputes.push({ id: `du_${status}`, object: 'dispute', status, payment_intent: paymentRef, ...sum });
    expect((await provider.getReturns(paymentRef))?.disputes).toEqual([
      { id: `du_${status}`, state, amountMinor: 4_100 },
    ]);
  });

  it('takes a payment for paid only in words that it knows', async () => {
    const { provider, pay } = gateways.stripe!(fake);
    const session = await provider.createSession(wish());
    await pay(session.id);
    Object.assign(fake.sessions.get(session.id)!, { payment_status: 'invented_later' });
    expect((await provider.getSession(session.id)).status).toBe('processing');
  });

  it('counts as Stripe does where ISO 4217 does otherwise', async () => {
    const { provider } = gateways.stripe!(fake);
    const session = await provider.createSession(wish({ amountMinor: 5_000, currency: 'ISK' }));
    expect(session).toMatchObject({ amountMinor: 5_000, currency: 'ISK' });
    expect(fake.sessions.get(session.id)?.amount_total).toBe(500_000);
  });

  it.each([
    'refund.created',
    'refund.updated',
    'refund.failed',
    'charge.refunded',
    'charge.refund.updated',
    'charge.dispute.created',
    'charge.dispute.closed',
    'charge.dispute.funds_withdrawn',
  ])('%s names the payment to look at', (type) => {
    const { provider } = gateways.stripe!(fake);
    const raw = JSON.stringify({
      ...objects.event,
      type,
      data: { object: { ...objects.refund, payment_intent: 'pi_1' } },
    });
    const headers = new Headers({
      'stripe-signature': stripeTools.webhooks.generateTestHeaderString({ payload: raw, secret }),
    });
    expect(provider.verifyWebhook(raw, headers)).toMatchObject({ status: null, session: null, returnsOf: 'pi_1' });
  });

  it('says nothing about events that concern no checkout', () => {
    const { provider } = gateways.stripe!(fake);
    const raw = JSON.stringify(objects.event);
    const headers = new Headers({
      'stripe-signature': stripeTools.webhooks.generateTestHeaderString({ payload: raw, secret }),
    });
    expect(provider.verifyWebhook(raw, headers)).toMatchObject({ status: null, session: null });
  });

  it('reads a declined card as a declined try of its payment', () => {
    const { provider } = gateways.stripe!(fake);
    const paymentId = randomUUID();
    const raw = JSON.stringify({
      ...objects.event,
      type: 'payment_intent.payment_failed',
      data: { object: { ...objects.payment_intent, metadata: { paymentId } } },
    });
    const headers = new Headers({
      'stripe-signature': stripeTools.webhooks.generateTestHeaderString({ payload: raw, secret }),
    });
    expect(provider.verifyWebhook(raw, headers)).toMatchObject({ status: 'declined', session: { paymentId } });
  });
});
