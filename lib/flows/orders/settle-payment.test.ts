import { describe, expect, it, vi } from 'vitest';

import { system } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { after, clock, hour, minute, second } from '@/lib/core/time';
import { releaseClaim } from '@/lib/drops/commands/release-claim';
import { cancelDrop } from '@/lib/drops/commands/cancel-drop';
import { inRawTransaction, transact } from '@/lib/core/context';
import { paymentProvider } from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { booksOf } from '@/tests/support/drop-factories';
import {
  deliver,
  makeHold,
  makeOrder,
  orderFor,
  runJobs,
  standOf,
  waitingNotices,
  type Ordered,
} from '@/tests/support/order-factories';

import { askGateway } from './ask-gateway';
import { expireHold, expireHolds } from '../drops/expire-holds';
import { placeOrder, resumePayment } from './place-order';
import { settlePayment } from './settle-payment';

const paid = { claim: 'PAID', orders: 1, order: 'PAID', payments: ['PAID'], refunds: [] };

/** Waits until a statement of somebody else waits for a lock. */
const waitingForLock = () =>
  vi.waitFor(async () => {
    const [row] = await db.$queryRaw<
      { waiting: number }[]
    >`SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    expect(row?.waiting).toBe(1);
  });
const later = () => after(clock(), 20 * minute);
const booksOfOrder = ({ drop }: Ordered) => booksOf(drop.allotmentIds[0]!);

describe('placing an order', () => {
  it('asked twice at once answers one order and one payment', async () => {
    const { buyer, claimId } = await makeHold();
    const placed = await Promise.all(Array.from({ length: 8 }, () => placeOrder(buyer, orderFor(claimId))));
    expect(new Set(placed.map(({ payUrl }) => payUrl)).size).toBe(1);
    expect(await standOf(claimId)).toMatchObject({ orders: 1, order: 'PENDING', payments: ['OPEN'] });
  });

  it('keeps the price in minor units, tax and shipping by country', async () => {
    const { placed } = await makeOrder();
    const order = await db.order.findUniqueOrThrow({ where: { number: placed.number } });
    expect(order).toMatchObject({
      subtotalMinor: 10750,
      shippingMinor: 1000,
      taxMinor: 2350,
      totalMinor: 14100,
      currency: 'USD',
    });
  });

  it('names the goods at the gateway as the buyer reads them', async () => {
    const { buyer, claimId, drop } = await makeHold();
    await db.product.update({
      where: { id: drop.productId },
      data: {
        titleZh: '开放式耳机',
        variants: { update: { where: { id: drop.variantIds[0]! }, data: { titleZh: '墨黑' } } },
      },
    });
    const { payUrl } = await placeOrder(buyer, orderFor(claimId, { locale: 'zh' }));
    const session = { id: payUrl!.split('/').at(-1)! };
    expect(await db.demoSession.findUniqueOrThrow({ where: session })).toMatchObject({
      locale: 'zh',
      description: '开放式耳机 · 墨黑',
    });
    const english = await makeOrder();
    expect(await db.demoSession.findUniqueOrThrow({ where: { id: english.sessionId } })).toMatchObject({
      locale: 'en',
      description: 'Open earphones · Colour 0',
    });
  });

  it('is refused to another member, after the hold, and for a cancelled drop', async () => {
    const [mine, other] = [await makeHold(), await makeHold()];
    await expect(placeOrder(other.buyer, orderFor(mine.claimId))).rejects.toMatchObject({ code: 'not-found' });
    await expect(placeOrder(mine.buyer, orderFor(mine.claimId), { now: later() })).rejects.toMatchObject({
      code: 'hold-ended',
    });
    await transact(cancelDrop)(system, { dropId: mine.drop.id, reason: 'A fault in the case' });
    await expect(placeOrder(mine.buyer, orderFor(mine.claimId))).rejects.toMatchObject({ code: 'hold-ended' });
  });

  it('with another address before it is paid goes there, at that country’s price, by a new payment page', async () => {
    const { buyer, claimId, sessionId } = await makeOrder();
    const moved = await placeOrder(
      buyer,
      orderFor(claimId, { line1: '9 Oak Street', city: 'Portland', region: 'OR', postcode: '97214', country: 'US' }),
    );
    const order = await db.order.findUniqueOrThrow({ where: { number: moved.number } });
    expect(order).toMatchObject({ shipCountry: 'US', shipLine1: '9 Oak Street', totalMinor: 13_800, taxMinor: 0 });
    const fresh = moved.payUrl!.split('/').at(-1)!;
    expect(fresh).not.toBe(sessionId);
    expect((await payDemo(sessionId, 'success'))?.next).toBe('over');
    await payDemo(fresh, 'success');
    await runJobs();
    expect(await standOf(claimId)).toMatchObject({
      claim: 'PAID',
      orders: 1,
      order: 'PAID',
      steps: expect.arrayContaining(['ADDRESS_CHANGED', 'PAID']),
    });
    await expect(placeOrder(buyer, orderFor(claimId))).rejects.toMatchObject({ code: 'order-moved-on' });
  });

  it('with a slip of the pen mended keeps its payment page', async () => {
    const { buyer, claimId, placed } = await makeOrder();
    expect(await placeOrder(buyer, orderFor(claimId, { line2: 'Flat 2' }))).toEqual(placed);
    expect(await db.order.findUniqueOrThrow({ where: { number: placed.number } })).toMatchObject({
      shipLine2: 'Flat 2',
      totalMinor: 14_100,
    });
  });

  it('keeps its address and its money when the page of the old total was paid first', async () => {
    const { buyer, claimId, sessionId } = await makeOrder();
    await payDemo(sessionId, 'success');
    await expect(
      placeOrder(buyer, orderFor(claimId, { city: 'Portland', region: 'OR', postcode: '97214', country: 'US' })),
    ).rejects.toMatchObject({ code: 'order-moved-on' });
    expect(await standOf(claimId)).toMatchObject(paid);
    expect(await db.order.findFirstOrThrow({ where: { claimId } })).toMatchObject({
      shipCountry: 'GB',
      totalMinor: 14_100,
    });
  });

  it('takes no money for a total that it no longer has', async () => {
    const { claimId, sessionId } = await makeOrder();
    const session = await paymentProvider('demo').getSession(sessionId);
    await settlePayment({ provider: 'demo', status: 'expired', session });
    await db.order.updateMany({ where: { claimId }, data: { taxMinor: 2_050, totalMinor: 13_800 } });
    expect(
      await settlePayment({ provider: 'demo', status: 'paid', session: { ...session, paymentRef: 'dp_old' } }),
    ).toBe('mismatch');
  });

  it('goes to the countries of its drop only', async () => {
    const { buyer, claimId, drop } = await makeHold();
    await db.drop.update({ where: { id: drop.id }, data: { regions: ['DE', 'CN'] } });
    await expect(placeOrder(buyer, orderFor(claimId))).rejects.toMatchObject({
      code: 'region',
      detail: { field: 'country' },
    });
    await db.drop.update({ where: { id: drop.id }, data: { regions: ['GB'] } });
    expect((await placeOrder(buyer, orderFor(claimId))).payUrl).not.toBeNull();
  });

  it('whose process died before the session was recorded gets the same session back', async () => {
    const { buyer, claimId, placed } = await makeOrder();
    await db.payment.updateMany({
      where: { order: { claimId } },
      data: { state: 'STARTING', sessionId: null, url: null },
    });
    expect(await placeOrder(buyer, orderFor(claimId))).toEqual(placed);
    expect(await db.demoSession.count({ where: { reference: placed.number } })).toBe(1);
  });

  it('may be paid by a new payment when the first one failed', async () => {
    const ordered = await makeOrder();
    const session = await paymentProvider('demo').getSession(ordered.sessionId);
    await settlePayment({ provider: 'demo', status: 'failed', session });
    const again = await resumePayment(ordered.buyer, { number: ordered.placed.number });
    expect(again.payUrl).not.toBe(ordered.placed.payUrl);
    await payDemo(again.payUrl!.split('/').at(-1)!, 'success');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'PAID', orders: 1 });
  });
});

describe('a payment', () => {
  it('settles by its webhook and is confirmed by one mail', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'success');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
    const [mail, ...more] = await db.mail.findMany({ where: { memberId: ordered.buyer.id, kind: 'order.paid' } });
    expect(more).toEqual([]);
    for (const part of [
      'Mill Lane\nLeeds\nLS1 4AP\nUnited Kingdom',
      '1 × Open earphones · Colour 0: $129.00',
      'Shipping: $12.00',
      'Total: $141.00',
      'Tax included: $23.50',
      ordered.placed.number,
      'UTC',
      'Sold by Foxtail Audio',
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.html).toContain('Leeds<br>LS1 4AP');
    // What is told in the app is kept for long, and needs no address.
    const told = await db.notification.findFirstOrThrow({ where: { memberId: ordered.buyer.id, kind: 'order.paid' } });
    expect(JSON.stringify(told.data)).not.toContain('Mill Lane');
  });

  it('made twice at the same instant leads back to the store both times, and is taken once', async () => {
    const ordered = await makeOrder();
    const answers = await Promise.all([1, 2, 3].map(() => payDemo(ordered.sessionId, 'success')));
    expect(answers.map((each) => each?.next)).toEqual(['store', 'store', 'store']);
    expect((await waitingNotices()).filter((body) => body.includes(ordered.sessionId))).toHaveLength(1);
  });

  it('settles by asking when the webhook is lost', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'success');
    const payment = await db.payment.findFirstOrThrow({ where: { sessionId: ordered.sessionId } });
    expect(await askGateway(payment.id)).toBe('paid');
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
  });

  it('is not changed by repeated, reordered and parallel webhooks', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'duplicate');
    const bodies = await waitingNotices();
    expect(bodies.length).toBe(5);
    await Promise.all([...bodies, ...bodies].reverse().map(deliver));
    await runJobs();
    const stand = await standOf(ordered.claimId);
    expect(stand).toMatchObject(paid);
    expect(stand.steps.filter((kind) => kind === 'PAID')).toHaveLength(1);
    expect(
      await db.event.count({
        where: {
          name: 'order.paid',
          payload: {
            path: ['orderId'],
            equals: (await db.order.findFirstOrThrow({ where: { claimId: ordered.claimId } })).id,
          },
        },
      }),
    ).toBe(1);
  });

  it('of another amount or currency is never settled, and staff are told once', async () => {
    for (const wrong of [{ amountMinor: 1 }, { currency: 'JPY' }]) {
      const ordered = await makeOrder();
      const { status: _status, url: _url, ...session } = await paymentProvider('demo').getSession(ordered.sessionId);
      const news = { provider: 'demo', status: 'paid' as const, session: { ...session, paymentRef: 'dp_x', ...wrong } };
      expect([await settlePayment(news), await settlePayment(news)]).toEqual(['mismatch', 'mismatch']);
      expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'HELD', order: 'PENDING', payments: ['REVIEW'] });
      const order = await db.order.findFirstOrThrow({ where: { claimId: ordered.claimId } });
      expect(await db.auditEntry.count({ where: { act: 'payment.mismatch', subjectId: order.id } })).toBe(1);
    }
  });

  it('declined leaves the order open, and a second try pays it', async () => {
    const ordered = await makeOrder();
    expect((await payDemo(ordered.sessionId, 'decline'))?.next).toBe('declined');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({
      order: 'PENDING',
      steps: expect.arrayContaining(['PAYMENT_FAILED']),
    });
    await payDemo(ordered.sessionId, 'success');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
  });

  it('that settles some seconds later comes by webhook', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'async');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ order: 'PENDING' });
    await runJobs(after(clock(), 10 * second));
    expect(await standOf(ordered.claimId)).toMatchObject(paid);
  });

  it('with a forged, aged or spoilt signature is not taken', async () => {
    const { takeNotice } = await import('./take-notice');
    const { signNotice } = await import('@/lib/outside/payments/demo/demo-notice');
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'success');
    const body = (await waitingNotices()).find((each) => each.includes(ordered.sessionId))!;
    const signatures = ['', 't=1,v1=00', signNotice(`${body} `, clock()), signNotice(body, after(clock(), -hour))];
    for (const signature of signatures)
      expect(await takeNotice('demo', body, new Headers({ 'millet-demo-signature': signature }))).toBe(false);
    expect(await standOf(ordered.claimId)).toMatchObject({ order: 'PENDING' });
    expect(await takeNotice('demo', body, new Headers({ 'millet-demo-signature': signNotice(body, clock()) }))).toBe(
      true,
    );
  });
});

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
    expect(await db.mail.count({ where: { memberId: ordered.buyer.id, kind: 'order.late-refunded' } })).toBe(1);
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
      await waitingForLock();
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
