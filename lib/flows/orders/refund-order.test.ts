import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { closeAlert } from '@/lib/orders/commands';
import {
  GatewayRefused,
  paymentProvider,
  replaceProvider,
  type Returns,
  type RefundStatus,
} from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { makeMember } from '@/tests/support/factories';
import { makeOrder, runJobs, standOf, type Ordered } from '@/tests/support/order-factories';

import { resumePayment } from './place-order';
import { refundOrder, returnMoney } from './refund-order';
import { settlePayment } from './settle-payment';
import { shipOrder, deliverOrder } from './ship-order';
import { followRefunds, syncReturns } from './sync-returns';
import { takeNotice } from './take-notice';

const demo = paymentProvider('demo');
afterEach(() => replaceProvider('demo', demo));

const parcel = { carrier: 'Post', tracking: 'T1' };
const numberOf = ({ placed }: Ordered) => ({ number: placed.number });
const alertsOf = ({ placed }: Ordered) =>
  db.orderAlert
    .findMany({ where: { order: { number: placed.number }, closedAt: null }, select: { kind: true } })
    .then((rows) => rows.map(({ kind }) => kind));
const mailsOf = ({ buyer }: Ordered, kind: string) => db.mail.count({ where: { memberId: buyer.id, kind } });
const paymentsOf = ({ placed }: Ordered) =>
  db.payment.findMany({ where: { order: { number: placed.number } }, orderBy: { createdAt: 'asc' } });

async function paidOrder(): Promise<Ordered> {
  const ordered = await makeOrder();
  await payDemo(ordered.sessionId, 'success');
  await runJobs();
  return ordered;
}

/** An order whose first payment page ended, whose second was paid; the money of the first may still come. */
async function paidBySecond(): Promise<Ordered & { first: string }> {
  const ordered = await makeOrder();
  const { id } = (await paymentsOf(ordered))[0]!;
  const session = await demo.getSession(ordered.sessionId);
  await settlePayment({ provider: 'demo', status: 'expired', session });
  const { payUrl } = await resumePayment(ordered.buyer, numberOf(ordered));
  await payDemo(payUrl!.split('/').at(-1)!, 'success');
  await runJobs();
  return { ...ordered, first: id };
}

/** The money of a payment comes although another has bought the unit. */
async function payAgain({ sessionId, first }: { sessionId: string; first: string }): Promise<string> {
  await db.demoSession.update({ where: { id: sessionId }, data: { state: 'PAID', paymentRef: `dp_${sessionId}` } });
  const session = await demo.getSession(sessionId);
  return settlePayment({
    provider: 'demo',
    status: 'paid',
    session: { ...session, paymentId: first, fingerprint: null },
  });
}

/** The gateway answers every refund so, and lists what it is given. */
function gatewaySays(status: RefundStatus | 'refuses', returns?: () => Returns): void {
  replaceProvider('demo', {
    ...demo,
    refund: async ({ refundId }) => {
      if (status === 'refuses') throw new GatewayRefused('no');
      return { id: `re_${refundId}`, status };
    },
    getReturns: async (paymentRef) => returns?.() ?? demo.getReturns(paymentRef),
  });
}

describe('money that came twice', () => {
  it('goes back alone, and the paid order is sent and delivered', async () => {
    const ordered = await paidBySecond();
    expect(await payAgain(ordered)).toBe('refunding');
    await expect(shipOrder(system, { ...numberOf(ordered), ...parcel })).resolves.toBeUndefined();
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'PAID',
      order: 'SHIPPED',
      payments: expect.arrayContaining(['REFUNDED', 'PAID']),
      refunds: ['DONE'],
      steps: expect.arrayContaining(['PAID_TWICE']),
    });
    expect(await mailsOf(ordered, 'order.paid-twice')).toBe(1);
    expect(await mailsOf(ordered, 'order.late-refunded')).toBe(0);
    expect(await mailsOf(ordered, 'order.refunded')).toBe(0);
    await deliverOrder(system, numberOf(ordered));
  });

  it('after the parcel left goes back alone too', async () => {
    const ordered = await paidBySecond();
    await shipOrder(system, { ...numberOf(ordered), ...parcel });
    expect(await payAgain(ordered)).toBe('refunding');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'SHIPPED', refunds: ['DONE'] });
  });

  it('and whose refund is refused leaves the order as it is: staff are told, and give it back later', async () => {
    const ordered = await paidBySecond();
    gatewaySays('refuses');
    await payAgain(ordered);
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'PAID', refunds: ['FAILED'] });
    expect(await alertsOf(ordered)).toEqual(['REFUND_REFUSED']);
    replaceProvider('demo', demo);
    await returnMoney(system, { ...numberOf(ordered), paymentId: ordered.first, reason: 'Once more' });
    await expect(
      returnMoney(system, { ...numberOf(ordered), paymentId: ordered.first, reason: 'Once more' }),
    ).rejects.toMatchObject({ code: 'refund-running' });
    await runJobs();
    expect(await alertsOf(ordered)).toEqual([]);
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'PAID' });
    await expect(
      returnMoney(system, { ...numberOf(ordered), paymentId: ordered.first, reason: 'Once more' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('hinders no refund of the whole order, before or after it', async () => {
    const ordered = await paidBySecond();
    await payAgain(ordered);
    await runJobs();
    await refundOrder(system, { ...numberOf(ordered), reason: 'Changed their mind' });
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'REFUNDED',
      payments: ['REFUNDED', 'REFUNDED'],
      refunds: ['DONE', 'DONE'],
    });
    expect(await mailsOf(ordered, 'order.refunded')).toBe(1);
  });

  it('after the order was refunded buys no unit again', async () => {
    const ordered = await paidBySecond();
    await refundOrder(system, { ...numberOf(ordered), reason: 'Changed their mind' });
    await runJobs();
    expect(await payAgain(ordered)).toBe('refunding');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'REFUNDED',
      payments: ['REFUNDED', 'REFUNDED'],
    });
  });

  it('or three times goes back each time', async () => {
    const ordered = await paidBySecond();
    const third = await db.payment.create({
      data: {
        orderId: (await paymentsOf(ordered))[0]!.orderId,
        provider: 'demo',
        amountMinor: 14_100,
        currency: 'USD',
        state: 'EXPIRED',
        createdAt: clock(),
      },
    });
    await db.demoSession.create({
      data: {
        ...(await db.demoSession.findUniqueOrThrow({ where: { id: ordered.sessionId } })),
        id: `ds_${third.id}`,
        idempotencyKey: third.id,
      },
    });
    await payAgain(ordered);
    await payAgain({ sessionId: `ds_${third.id}`, first: third.id });
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'PAID', refunds: ['DONE', 'DONE'] });
    await shipOrder(system, { ...numberOf(ordered), ...parcel });
  });
});

describe('a refund', () => {
  it('is done only when the gateway says so: until then the unit is not sold again and nobody is told', async () => {
    const ordered = await paidOrder();
    gatewaySays('pending');
    await refundOrder(system, { ...numberOf(ordered), reason: 'Changed their mind' });
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'PAID',
      order: 'PAID',
      payments: ['PAID'],
      refunds: ['PENDING'],
    });
    expect(await mailsOf(ordered, 'order.refunded')).toBe(0);
    await expect(shipOrder(system, { ...numberOf(ordered), ...parcel })).rejects.toMatchObject({
      code: 'refund-running',
    });
    const [refund] = await db.refund.findMany({ where: { order: { number: ordered.placed.number } } });
    const [{ id: paymentId, paymentRef } = { id: '', paymentRef: '' }] = await paymentsOf(ordered);
    gatewaySays('pending', () => ({
      paymentId,
      disputes: [],
      refunds: [{ id: refund!.providerRef!, refundId: null, amountMinor: 14_100, status: 'done' }],
    }));
    await followRefunds(after(clock(), hour));
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'RELEASED', order: 'REFUNDED', refunds: ['DONE'] });

    // A bank may fail it afterwards: the money is with the brand again, and staff must know.
    gatewaySays('pending', () => ({
      paymentId,
      disputes: [],
      refunds: [{ id: refund!.providerRef!, refundId: refund!.id, amountMinor: 14_100, status: 'failed' }],
    }));
    await syncReturns({ provider: 'demo', paymentRef: paymentRef! });
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'REFUNDED',
      payments: ['PAID'],
      refunds: ['FAILED'],
    });
    expect(await alertsOf(ordered)).toEqual(['REFUND_REFUSED']);
    replaceProvider('demo', demo);
    await refundOrder(system, { ...numberOf(ordered), reason: 'Once more' });
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ order: 'REFUNDED', payments: ['REFUNDED'] });
    expect(await alertsOf(ordered)).toEqual([]);
  });

  it('that is refused is told to those who work with orders, and named in the log', async () => {
    const [ordered, staff] = [await paidOrder(), await makeMember({ roles: ['SUPPORT'] })];
    gatewaySays('refuses');
    await refundOrder(system, { ...numberOf(ordered), reason: 'Changed their mind' });
    await runJobs();
    expect(await alertsOf(ordered)).toEqual(['REFUND_REFUSED']);
    const told = await db.notification.findMany({
      where: { memberId: staff.id, kind: 'order.alerted' },
      select: { data: true, path: true },
    });
    expect(told).toEqual([
      { data: { ...numberOf(ordered), kind: 'REFUND_REFUSED' }, path: `/staff/orders/${ordered.placed.number}` },
    ]);
    const orderId = (await paymentsOf(ordered))[0]!.orderId;
    expect(await db.auditEntry.findFirst({ where: { act: 'refund.failed', subjectId: orderId } })).toMatchObject({
      detail: { ...numberOf(ordered), amountMinor: 14_100, currency: 'USD' },
    });
    await transact(closeAlert)(system, { ...numberOf(ordered), reason: 'Paid by hand' });
    expect(await alertsOf(ordered)).toEqual([]);
  });

  it('asked for on a page that is behind is refused', async () => {
    const ordered = await paidOrder();
    await shipOrder(system, { ...numberOf(ordered), ...parcel });
    await expect(
      refundOrder(system, { ...numberOf(ordered), reason: 'Changed their mind', seen: 'PAID' }),
    ).rejects.toMatchObject({ code: 'order-moved-on' });
    await refundOrder(system, { ...numberOf(ordered), reason: 'Lost on the way', seen: 'SHIPPED' });
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'REFUNDED' });
  });
});

describe('what happens at the gateway itself', () => {
  async function told(ordered: Ordered, more: Partial<Returns>): Promise<void> {
    const [{ id: paymentId, paymentRef } = { id: '', paymentRef: '' }] = await paymentsOf(ordered);
    replaceProvider('demo', {
      ...demo,
      getReturns: async () => ({ paymentId, refunds: [], disputes: [], ...more }),
      verifyWebhook: () => ({
        eventId: `evt_${paymentId}${Math.random()}`,
        type: 'refund.updated',
        status: null,
        session: null,
        returnsOf: paymentRef,
      }),
    });
    expect(await takeNotice('demo', '{}', new Headers())).toBe(true);
    await runJobs();
  }
  const whole = { id: 're_elsewhere', refundId: null, amountMinor: 14_100, status: 'done' as const };

  it('a refund reaches the order: it is sent no more, and its unit goes back', async () => {
    const ordered = await paidOrder();
    for (const _ of [1, 2]) await told(ordered, { refunds: [whole] });
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'REFUNDED',
      payments: ['REFUNDED'],
      refunds: ['DONE'],
    });
    expect(await mailsOf(ordered, 'order.refunded')).toBe(1);
    expect(await db.paymentNotice.count({ where: { settledAt: null, type: 'refund.updated' } })).toBe(0);
  });

  it('a part that goes back leaves the order paid, and a later refund gives the rest', async () => {
    const ordered = await paidOrder();
    await told(ordered, { refunds: [{ ...whole, amountMinor: 4_100 }] });
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'PAID', refunds: ['DONE'] });
    await refundOrder(system, { ...numberOf(ordered), reason: 'The rest' });
    expect(await db.refund.findFirst({ where: { order: numberOf(ordered), state: 'PENDING' } })).toMatchObject({
      amountMinor: 10_000,
    });
  });

  it('a dispute keeps the parcel back until it is won', async () => {
    const ordered = await paidOrder();
    await told(ordered, { disputes: [{ id: 'dp_1', state: 'OPEN' }] });
    expect(await alertsOf(ordered)).toEqual(['DISPUTE']);
    await expect(shipOrder(system, { ...numberOf(ordered), ...parcel })).rejects.toMatchObject({
      code: 'payment-disputed',
    });
    await told(ordered, { disputes: [{ id: 'dp_1', state: 'WON' }] });
    expect(await alertsOf(ordered)).toEqual([]);
    await shipOrder(system, { ...numberOf(ordered), ...parcel });
  });

  it('a dispute that is lost stays before the eyes of staff', async () => {
    const ordered = await paidOrder();
    await told(ordered, { disputes: [{ id: 'dp_2', state: 'LOST' }] });
    expect(await alertsOf(ordered)).toEqual(['DISPUTE']);
    await expect(shipOrder(system, { ...numberOf(ordered), ...parcel })).rejects.toMatchObject({
      code: 'payment-disputed',
    });
  });
});

describe('money that differs from the order', () => {
  it('is asked for no second time, is told to staff, and goes back as it came', async () => {
    const ordered = await makeOrder();
    const session = await demo.getSession(ordered.sessionId);
    await settlePayment({
      provider: 'demo',
      status: 'paid',
      session: { ...session, amountMinor: 14_099, paymentRef: 'dp_cent' },
    });
    await expect(resumePayment(ordered.buyer, numberOf(ordered))).rejects.toMatchObject({ code: 'payment-in-review' });
    expect(await alertsOf(ordered)).toEqual(['PAYMENT_MISMATCH']);
    const asked: unknown[] = [];
    replaceProvider('demo', {
      ...demo,
      refund: async ({ amountMinor, currency }) => {
        asked.push([amountMinor, currency]);
        return { id: 're_cent', status: 'done' };
      },
    });
    await returnMoney(system, { ...numberOf(ordered), paymentId: session.paymentId, reason: 'One cent less' });
    await runJobs();
    expect(asked).toEqual([[14_099, 'USD']]);
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'HELD', order: 'PENDING', payments: ['REFUNDED'] });
    expect(await alertsOf(ordered)).toEqual([]);
    expect((await resumePayment(ordered.buyer, numberOf(ordered))).payUrl).not.toBeNull();
  });
});
