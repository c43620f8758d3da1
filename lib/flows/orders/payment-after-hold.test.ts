import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { releaseClaim } from '@/lib/drops/commands/release-claim';
import { cancelDrop } from '@/lib/drops/commands/cancel-drop';
import { inRawTransaction, transact } from '@/lib/core/context';
import { paymentProvider } from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { untilWaiting } from '@/tests/support/database';
import { booksOf } from '@/tests/support/drop-factories';
import { makeHold, makeOrder, runJobs, standOf, type Ordered } from '@/tests/support/order-factories';
import { later, paid } from '@/tests/support/settlements';
import { expireHold, expireHolds } from '../drops/expire-holds';
import { settlePayment } from './settle-payment';

const booksOfOrder = ({ drop }: Ordered) => booksOf(drop.allotmentIds[0]!);

describe('a hold that ran out', () => {
  it('frees its unit once, closes the payment page and takes the order back', async () => {
    const ordered = await makeOrder();
    const freed = await Promise.all([1, 2, 3, 4].map(() => expireHold(ordered.claimId, later())));
    expect(freed.filter(Boolean)).toHaveLength(1);
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'CANCELLED',
      payments: ['EXPIRED'],
    });
    expect(await booksOfOrder(ordered)).toMatchObject({ remaining: 1, live: 0, taken: 0 });
    expect((await payDemo(ordered.sessionId, 'success'))?.next).toBe('over');
  });

  it('without an order frees its unit too, but not before its time', async () => {
    const held = await makeHold();
    await expireHolds(after(clock(), 10 * minute));
    expect(await standOf(held.claimId)).toMatchObject({ claim: 'HELD' });
    await expireHolds(later());
    expect(await standOf(held.claimId)).toMatchObject({ claim: 'RELEASED' });
  });

  it('but was paid keeps its unit, though no webhook came', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'success');
    await expireHolds(later());
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
  });

  it('frees nothing while the gateway does not answer', async () => {
    const ordered = await makeOrder();
    const { replaceProvider } = await import('@/lib/outside/payments');
    const real = paymentProvider('demo');
    replaceProvider('demo', { ...real, expireSession: () => Promise.reject(new Error('down')) });
    await expireHolds(later());
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'HELD', order: 'PENDING', payments: ['OPEN'] });
    replaceProvider('demo', real);
    await expireHolds(later());
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'RELEASED', order: 'CANCELLED' });
  });
});

describe('money that comes late', () => {
  async function payLate(ordered: Ordered): Promise<void> {
    await payDemo(ordered.sessionId, 'late');
    await expireHolds(later());
  }

  it('is honoured when a unit is still there', async () => {
    const ordered = await makeOrder();
    await payLate(ordered);
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'RELEASED', order: 'CANCELLED' });
    await runJobs(later());
    expect(await standOf(ordered.claimId)).toMatchObject({
      ...paid,
      payments: ['PAID'],
      steps: expect.arrayContaining(['LATE_PAYMENT', 'PAID']),
    });
    expect(await booksOfOrder(ordered)).toMatchObject({ remaining: 0, live: 1, taken: 1 });
  });

  it('is refunded and explained when the unit went to another', async () => {
    const ordered = await makeOrder();
    await payLate(ordered);
    const next = await makeOrder(await makeHold(ordered.drop));
    await runJobs(later());
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'REFUNDED',
      payments: ['REFUNDED'],
      refunds: ['DONE'],
      steps: expect.arrayContaining(['LATE_PAYMENT', 'REFUND_STARTED', 'REFUNDED']),
    });
    expect((await db.demoSession.findUniqueOrThrow({ where: { id: ordered.sessionId } })).refundedMinor).toBe(14100);
    expect(await db.mail.count({ where: { memberId: ordered.buyer.id, kind: 'order.lateRefunded' } })).toBe(1);
    expect(await booksOfOrder(next)).toMatchObject({ remaining: 0, live: 1, taken: 1 });
  });

  it('is honoured too when the hold ended between reading and locking it', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'late');
    const [payment, session] = [
      await db.payment.findFirstOrThrow({ where: { order: { claimId: ordered.claimId } } }),
      await paymentProvider('demo').getSession(ordered.sessionId),
    ];
    let settled: Promise<string> | undefined;
    await inRawTransaction(system, async (ctx) => {
      await releaseClaim(ctx, { claimId: ordered.claimId, cause: 'EXPIRED' });
      settled = settlePayment({
        provider: 'demo',
        status: 'paid',
        session: { ...session, paymentId: payment.id, paymentRef: 'ref', fingerprint: 'card' },
      });
      await untilWaiting(1);
    });
    expect(await settled).toBe('paid-late');
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
    expect(await booksOfOrder(ordered)).toMatchObject({ remaining: 0, live: 1, taken: 1 });
  });

  it('for a drop that was called off is refunded', async () => {
    const ordered = await makeOrder();
    await transact(cancelDrop)(system, { dropId: ordered.drop.id, reason: 'A fault in the case' });
    await payDemo(ordered.sessionId, 'success');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'RELEASED', order: 'REFUNDED', refunds: ['DONE'] });
  });
});

describe('a drop that is called off', () => {
  it('refunds what was paid and closes what was not', async () => {
    const { makeDrop } = await import('@/tests/support/drop-factories');
    const drop = await makeDrop({ units: [2] });
    const [payer, waiter] = [await makeOrder(await makeHold(drop)), await makeOrder(await makeHold(drop))];
    await payDemo(payer.sessionId, 'success');
    await runJobs();
    await transact(cancelDrop)(system, { dropId: drop.id, reason: 'A fault in the case' });
    await runJobs();
    expect(await standOf(payer.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'REFUNDED',
      payments: ['REFUNDED'],
      refunds: ['DONE'],
    });
    expect(await standOf(waiter.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'CANCELLED',
      payments: ['EXPIRED'],
    });
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 2, live: 0, taken: 0 });
  });
});
