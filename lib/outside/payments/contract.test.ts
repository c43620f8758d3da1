import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { after, clock, hour } from '@/lib/core/time';
import { startFakeStripe, type FakeStripe } from '@/tests/support/fake-stripe';
import { gateways, wish } from '@/tests/support/gateways';

import { GatewayRefused, type NewSession } from './provider';

let fake: FakeStripe;
beforeAll(async () => void (fake = await startFakeStripe()));
afterAll(() => fake.close());

describe.each(Object.keys(gateways))('%s', (name) => {
  const subject = () => gateways[name]!(fake);
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

  it('refuses a session that it does not know, as one of another account', async () => {
    const { provider } = subject();
    await expect(provider.getSession('cs_of_another_account')).rejects.toBeInstanceOf(GatewayRefused);
    await expect(provider.expireSession('cs_of_another_account')).rejects.toBeInstanceOf(GatewayRefused);
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
