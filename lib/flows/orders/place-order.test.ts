import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { cancelDrop } from '@/lib/drops/commands/cancel-drop';
import { transact } from '@/lib/core/context';
import { paymentProvider } from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { makeHold, makeOrder, orderFor, runJobs, standOf } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { without } from '@/tests/support/without-setting';
import { later, paid } from '@/tests/support/settlements';
import { placeOrder, resumePayment } from './place-order';
import { settlePayment } from './settle-payment';

describe('placing an order', () => {
  it('asked twice at once answers one order and one payment', async () => {
    const { buyer, claimId } = await makeHold();
    const placed = await Promise.all(Array.from({ length: 8 }, () => placeOrder(buyer, orderFor(claimId))));
    expect(new Set(placed.map(({ payUrl }) => payUrl)).size).toBe(1);
    expect(await standOf(claimId)).toMatchObject({ orders: 1, order: 'PENDING', payments: ['OPEN'] });
  });

  it('is refused in words where nothing can be paid yet, in a batch and alone', async () => {
    const { buyer, claimId } = await makeHold();
    for (const options of [{}, { now: new Date() }]) {
      const order = () => refusal(placeOrder(buyer, orderFor(claimId), options));
      expect(await without('hasPayments', order)).toBe('payments-not-set');
    }
    expect(await db.order.count({ where: { claimId } })).toBe(0);
    expect(await refusal(placeOrder(buyer, orderFor(claimId)))).toBe('done');
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
