import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { closeAlert, markDelivered, markShipped } from '@/lib/orders/commands';
import { replaceProvider } from '@/lib/outside/payments';
import { makeMember } from '@/tests/support/factories';
import { makeOrder, runJobs, standOf } from '@/tests/support/order-factories';
import { alertsOf, demo, gatewaySays, mailsOf, numberOf, paidOrder, parcel, paymentsOf } from '@/tests/support/refunds';

import { resumePayment } from './place-order';
import { refundOrder, returnMoney } from './refund-order';
import { settlePayment } from './settle-payment';
import { followRefunds, syncReturns } from './sync-returns';

afterEach(() => replaceProvider('demo', demo));

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
    await expect(transact(markShipped)(system, { ...numberOf(ordered), ...parcel })).rejects.toMatchObject({
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

  it('ends what was owned by it, in the same commit: of an order that arrived the unit stays away', async () => {
    const ordered = await paidOrder();
    await transact(markShipped)(system, { ...numberOf(ordered), ...parcel });
    await transact(markDelivered)(system, numberOf(ordered));
    await runJobs();
    const owned = { order: numberOf(ordered) };
    expect(await db.ownership.findMany({ where: owned, select: { endedAt: true } })).toEqual([{ endedAt: null }]);
    await refundOrder(system, { ...numberOf(ordered), reason: 'It hums' });
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'REFUNDED' });
    expect(await db.ownership.count({ where: { ...owned, endedAt: null } })).toBe(0);
  });

  it('that is refused is told to those who work with orders, and named in the log', async () => {
    const [ordered, staff] = [await paidOrder(), await makeMember({ roles: ['SUPPORT'] })];
    gatewaySays('refuses');
    await refundOrder(system, { ...numberOf(ordered), reason: 'Changed their mind' });
    await runJobs();
    expect(await alertsOf(ordered)).toEqual(['REFUND_REFUSED']);
    const sent = await db.notification.findMany({
      where: { memberId: staff.id, kind: 'order.alerted' },
      select: { data: true, path: true },
    });
    expect(sent).toEqual([
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
    await transact(markShipped)(system, { ...numberOf(ordered), ...parcel });
    await expect(
      refundOrder(system, { ...numberOf(ordered), reason: 'Changed their mind', seen: 'PAID' }),
    ).rejects.toMatchObject({ code: 'order-moved-on' });
    await refundOrder(system, { ...numberOf(ordered), reason: 'Lost on the way', seen: 'SHIPPED' });
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'REFUNDED' });
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
