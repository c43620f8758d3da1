import { randomUUID } from 'node:crypto';

import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { after, clock, hour, minute } from '@/lib/core/time';
import objects from '@/tests/fixtures/stripe/objects.json';
import { startFakeStripe, type FakeStripe } from '@/tests/support/fake-stripe';
import { waitingNotices } from '@/tests/support/order-factories';

import { signNotice } from './demo/demo-notice';
import { demoProvider } from './demo/demo-provider';
import { settleDemo } from './demo/demo-sessions';
import { GatewayRefused, type NewSession, type PaymentProvider, type Session } from './provider';
import { stripeProvider } from './stripe';

type Webhook = { raw: string; headers: Headers };

/** A gateway under test: how its payer pays, and how it would tell the store. */
type Subject = {
  provider: PaymentProvider;
  pay(sessionId: string): Promise<void>;
  told(session: Session, at?: Date): Promise<Webhook>;
};

const secret = 'whsec_test_secret';
const stripeTools = new Stripe('sk_test_x');
let fake: FakeStripe;
beforeAll(async () => void (fake = await startFakeStripe()));
afterAll(() => fake.close());

const subjects: Record<string, () => Subject> = {
  stripe: () => ({
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

function wish(more: Partial<NewSession> = {}): NewSession {
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

describe.each(Object.keys(subjects))('%s', (name) => {
  const subject = () => subjects[name]!();
  const opened = async (more: Partial<NewSession> = {}) => {
    const { provider, ...rest } = subject();
    return { provider, ...rest, session: await provider.createSession(wish(more)) };
  };

  it('opens a session with a page to pay on', async () => {
    const { session } = await opened({ amountMinor: 24_800, currency: 'JPY' });
    expect(session).toMatchObject({ status: 'open', amountMinor: 24_800, currency: 'JPY', paymentRef: null });
    expect(session.url).toBeTruthy();
  });

  it('opens one session for one payment, however often and at once it is asked', async () => {
    const { provider } = subject();
    const same = wish();
    const first = await provider.createSession(same);
    const more = await Promise.all([1, 2, 3].map(() => provider.createSession(same)));
    expect(new Set([first, ...more].map(({ id }) => id)).size).toBe(1);
    expect(first.paymentId).toBe(same.paymentId);
  });

  it('tells whether a session is open, paid or expired', async () => {
    const { provider, session, pay } = await opened();
    expect((await provider.getSession(session.id)).status).toBe('open');
    await pay(session.id);
    const paid = await provider.getSession(session.id);
    expect(paid).toMatchObject({ status: 'paid', url: null, paymentId: session.paymentId });
    expect(paid.paymentRef).toBeTruthy();
  });

  it('expires an open session, and says so again', async () => {
    const { provider, session } = await opened();
    expect((await provider.expireSession(session.id)).status).toBe('expired');
    expect((await provider.expireSession(session.id)).status).toBe('expired');
  });

  it('says paid when asked to expire what was paid', async () => {
    const { provider, session, pay } = await opened();
    await pay(session.id);
    expect((await provider.expireSession(session.id)).status).toBe('paid');
  });

  it('refunds once for one refund id and never more than was paid', async () => {
    const { provider, session, pay } = await opened();
    await pay(session.id);
    const { paymentRef } = await provider.getSession(session.id);
    const refund = { refundId: randomUUID(), paymentRef: paymentRef!, amountMinor: 14_100, currency: 'USD' };
    const first = await provider.refund(refund);
    expect(first.status).toBe('done');
    expect(await provider.refund(refund)).toEqual(first);
    await expect(provider.refund({ ...refund, refundId: randomUUID() })).rejects.toBeInstanceOf(GatewayRefused);
  });

  it('lists what went back of a payment, with the id that the store asked with', async () => {
    const { provider, session, pay } = await opened();
    await pay(session.id);
    const paymentRef = (await provider.getSession(session.id)).paymentRef!;
    expect(await provider.getReturns(paymentRef)).toEqual({ paymentId: session.paymentId, refunds: [], disputes: [] });
    const refundId = randomUUID();
    const { id } = await provider.refund({ refundId, paymentRef, amountMinor: 4_100, currency: 'USD' });
    expect(await provider.getReturns(paymentRef)).toEqual({
      paymentId: session.paymentId,
      refunds: [{ id, refundId, amountMinor: 4_100, status: 'done' }],
      disputes: [],
    });
    expect(await provider.getReturns('pi_unknown')).toBeNull();
  });

  it('refuses to refund what it never took', async () => {
    const refund = { refundId: randomUUID(), paymentRef: 'pi_unknown', amountMinor: 1, currency: 'USD' };
    await expect(subject().provider.refund(refund)).rejects.toBeInstanceOf(GatewayRefused);
  });

  it('reads its own webhook by the raw body', async () => {
    const { provider, session, pay, told } = await opened();
    await pay(session.id);
    const { raw, headers } = await told(session);
    const notice = provider.verifyWebhook(raw, headers);
    expect(notice).toMatchObject({
      status: 'paid',
      session: { id: session.id, paymentId: session.paymentId, amountMinor: 14_100, currency: 'USD' },
    });
    expect(notice?.session?.paymentRef).toBeTruthy();
    expect(notice?.eventId).toBeTruthy();
  });

  it('refuses a webhook that is changed, unsigned, signed by another or too old', async () => {
    const { provider, session, pay, told } = await opened();
    await pay(session.id);
    const { raw, headers } = await told(session);
    const aged = await told(session, after(clock(), -hour));
    const foreign = new Headers(
      [...headers].map(([key, value]): [string, string] => [
        key,
        value.replace(/v1=(.)/, (_, sign: string) => `v1=${sign === '0' ? '1' : '0'}`),
      ]),
    );
    expect(provider.verifyWebhook(raw.replace('14100', '14101'), headers)).toBeNull();
    expect(provider.verifyWebhook(raw, new Headers())).toBeNull();
    expect(provider.verifyWebhook(raw, foreign)).toBeNull();
    expect(provider.verifyWebhook(aged.raw, aged.headers)).toBeNull();
  });
});

describe('stripe alone', () => {
  it('keeps the session open for its thirty minutes at least, so that the sweep must end it', async () => {
    const { provider } = subjects.stripe!();
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
    const { provider, pay } = subjects.stripe!();
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
    const { provider, pay } = subjects.stripe!();
    const session = await provider.createSession(wish());
    await pay(session.id);
    const paymentRef = (await provider.getSession(session.id)).paymentRef!;
    fake.disputes.push({ id: `du_${status}`, object: 'dispute', status, payment_intent: paymentRef });
    expect((await provider.getReturns(paymentRef))?.disputes).toEqual([{ id: `du_${status}`, state }]);
  });

  it('takes a payment for paid only in words that it knows', async () => {
    const { provider, pay } = subjects.stripe!();
    const session = await provider.createSession(wish());
    await pay(session.id);
    Object.assign(fake.sessions.get(session.id)!, { payment_status: 'invented_later' });
    expect((await provider.getSession(session.id)).status).toBe('processing');
  });

  it('counts as Stripe does where ISO 4217 does otherwise', async () => {
    const { provider } = subjects.stripe!();
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
    const { provider } = subjects.stripe!();
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
    const { provider } = subjects.stripe!();
    const raw = JSON.stringify(objects.event);
    const headers = new Headers({
      'stripe-signature': stripeTools.webhooks.generateTestHeaderString({ payload: raw, secret }),
    });
    expect(provider.verifyWebhook(raw, headers)).toMatchObject({ status: null, session: null });
  });

  it('reads a declined card as a declined try of its payment', () => {
    const { provider } = subjects.stripe!();
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
