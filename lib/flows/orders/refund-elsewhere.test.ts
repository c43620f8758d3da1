import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { markDelivered, markShipped } from '@/lib/orders/commands';
import { replaceProvider } from '@/lib/outside/payments';
import { runJobs, standOf } from '@/tests/support/order-factories';
import { alertsOf, demo, gatewayReports, mailsOf, numberOf, paidOrder, parcel } from '@/tests/support/refunds';
import { refundOrder } from './refund-order';

afterEach(() => replaceProvider('demo', demo));

describe('what happens at the gateway itself', () => {
  const whole = { id: 're_elsewhere', refundId: null, amountMinor: 14_100, status: 'done' as const };

  it('a refund reaches the order: it is sent no more, and its unit goes back', async () => {
    const ordered = await paidOrder();
    for (const _ of [1, 2]) await gatewayReports(ordered, { refunds: [whole] });
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'REFUNDED',
      payments: ['REFUNDED'],
      refunds: ['DONE'],
    });
    expect(await mailsOf(ordered, 'order.refunded')).toBe(1);
    expect(await db.paymentNotice.count({ where: { settledAt: null, type: 'refund.updated' } })).toBe(0);
  });

  it('a refund of what arrived ends what was owned by it', async () => {
    const ordered = await paidOrder();
    await transact(markShipped)(system, { ...numberOf(ordered), ...parcel });
    await transact(markDelivered)(system, numberOf(ordered));
    await runJobs();
    const owned = { order: numberOf(ordered), endedAt: null };
    expect(await db.ownership.count({ where: owned })).toBe(1);
    await gatewayReports(ordered, { refunds: [whole] });
    expect(await db.ownership.count({ where: owned })).toBe(0);
  });

  it('a part that goes back leaves the order paid, and a later refund gives the rest', async () => {
    const ordered = await paidOrder();
    await gatewayReports(ordered, { refunds: [{ ...whole, amountMinor: 4_100 }] });
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'PAID', refunds: ['DONE'] });
    await refundOrder(system, { ...numberOf(ordered), reason: 'The rest' });
    expect(await db.refund.findFirst({ where: { order: numberOf(ordered), state: 'PENDING' } })).toMatchObject({
      amountMinor: 10_000,
    });
  });

  it('a dispute keeps the parcel back until it is won', async () => {
    const ordered = await paidOrder();
    await gatewayReports(ordered, { disputes: [{ id: 'dp_1', state: 'OPEN', amountMinor: 14_100 }] });
    expect(await alertsOf(ordered)).toEqual(['DISPUTE']);
    await expect(transact(markShipped)(system, { ...numberOf(ordered), ...parcel })).rejects.toMatchObject({
      code: 'payment-disputed',
    });
    await gatewayReports(ordered, { disputes: [{ id: 'dp_1', state: 'WON', amountMinor: 14_100 }] });
    expect(await alertsOf(ordered)).toEqual([]);
    await transact(markShipped)(system, { ...numberOf(ordered), ...parcel });
  });

  it('a dispute that is lost stays before the eyes of staff', async () => {
    const ordered = await paidOrder();
    await gatewayReports(ordered, { disputes: [{ id: 'dp_2', state: 'LOST', amountMinor: 14_100 }] });
    expect(await alertsOf(ordered)).toEqual(['DISPUTE']);
    await expect(transact(markShipped)(system, { ...numberOf(ordered), ...parcel })).rejects.toMatchObject({
      code: 'payment-disputed',
    });
  });
});
