import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { markDelivered, markShipped } from '@/lib/orders/commands';
import { replaceProvider } from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { makeOrder, runJobs, standOf, type Ordered } from '@/tests/support/order-factories';
import { alertsOf, demo, gatewaySays, mailsOf, numberOf, parcel, paymentsOf } from '@/tests/support/refunds';

import { resumePayment } from './place-order';
import { refundOrder, returnMoney } from './refund-order';
import { settlePayment } from './settle-payment';

afterEach(() => replaceProvider('demo', demo));

describe('money that came twice', () => {
  it('goes back alone, and the paid order is sent and delivered', async () => {
    const ordered = await paidBySecond();
    expect(await payAgain(ordered)).toBe('refunding');
    await expect(transact(markShipped)(system, { ...numberOf(ordered), ...parcel })).resolves.toHaveProperty(
      'shipmentId',
    );
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'PAID',
      order: 'SHIPPED',
      payments: expect.arrayContaining(['REFUNDED', 'PAID']),
      refunds: ['DONE'],
      steps: expect.arrayContaining(['PAID_TWICE', 'REFUND_STARTED', 'REFUNDED']),
    });
    expect(await mailsOf(ordered, 'order.paidTwice')).toBe(1);
    expect(await mailsOf(ordered, 'order.lateRefunded')).toBe(0);
    expect(await mailsOf(ordered, 'order.refunded')).toBe(0);
    await transact(markDelivered)(system, numberOf(ordered));
  });

  it('after the parcel left goes back alone too', async () => {
    const ordered = await paidBySecond();
    await transact(markShipped)(system, { ...numberOf(ordered), ...parcel });
    expect(await payAgain(ordered)).toBe('refunding');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'SHIPPED', refunds: ['DONE'] });
  });

  it('and whose refund is refused leaves the order as it is: staff are told, and give it back later', async () => {
    const ordered = await paidBySecond();
    gatewaySays('refuses');
    await payAgain(ordered);
    await runJobs();
    const refused = await standOf(ordered.claimId);
    expect(refused).toMatchObject({ claim: 'PAID', order: 'PAID', refunds: ['FAILED'] });
    expect(refused?.steps).not.toContain('REFUNDED');
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
    await transact(markShipped)(system, { ...numberOf(ordered), ...parcel });
  });
});

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
