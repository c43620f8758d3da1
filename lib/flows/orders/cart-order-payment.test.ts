import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inRawTransaction, inTransaction } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { lockCart } from '@/lib/cart/commands';
import { startRefund } from '@/lib/orders/commands';
import { payDemo, settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { cartOrderFor, inCart, makeCartOrder, makeShop, put, type CartOrdered } from '@/tests/support/cart-factories';
import { untilWaiting } from '@/tests/support/database';
import { makeFans } from '@/tests/support/drop-factories';
import { deliver, runJobs, waitingNotices } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { standOfStock } from '@/tests/support/stock-factories';

import { endUnpaidOrders, withdrawOrder } from './end-cart-order';
import { placeCartOrder } from './place-cart-order';
import { resumePayment } from './place-order';

const stateOf = async ({ orderId }: CartOrdered) =>
  (await db.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } })).state;
const past = () => after(clock(), 31 * minute);
const pay = async ({ sessionId }: CartOrdered) => {
  await payDemo(sessionId, 'success');
  await runJobs();
};
/** An order of two pieces of the only variant of a shop that has three. */
async function ordered() {
  const [variant] = (await makeShop(3)).variantIds as [string];
  return { variant, order: await makeCartOrder([[variant, 2]]) };
}

describe('the payment of an order of the shop', () => {
  it('sells what was held, once', async () => {
    const { variant, order } = await ordered();
    await pay(order);
    await pay(order);
    expect(await stateOf(order)).toBe('PAID');
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 1, SOLD: 2 });
    await endUnpaidOrders(past());
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 1, SOLD: 2 });
  });

  it('is opened again while the stock is held, for its buyer alone', async () => {
    const { order } = await ordered();
    const again = await resumePayment(order.buyer, { number: order.placed.number });
    expect(again.payUrl).toBe(order.placed.payUrl);
    const [other] = await makeFans(1);
    expect(await refusal(resumePayment(other!, { number: order.placed.number }))).toBe('not-found');
    expect(await refusal(resumePayment(order.buyer, { number: order.placed.number }, { now: past() }))).toBe(
      'order-moved-on',
    );
  });

  it('not made in time ends the order: the page is closed, the stock open, the cart as before', async () => {
    const { variant, order } = await ordered();
    expect(await endUnpaidOrders(clock())).toBe(0);
    await endUnpaidOrders(past());
    expect(await stateOf(order)).toBe('CANCELLED');
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 3 });
    expect(await inCart(order.buyer)).toEqual({ [variant]: 2 });
    expect((await payDemo(order.sessionId, 'success'))?.next).toBe('over');
    await endUnpaidOrders(past());
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 3 });
  });

  it('that comes late is kept where the stock is still open, and goes back where it is not', async () => {
    const kept = await ordered();
    await endUnpaidOrders(past());
    await settleDemo(kept.order.sessionId, { late: true });
    await runJobs();
    expect(await stateOf(kept.order)).toBe('PAID');
    expect(await standOfStock(kept.variant)).toMatchObject({ OPEN: 1, SOLD: 2 });

    const gone = await ordered();
    await endUnpaidOrders(past());
    await makeCartOrder([[gone.variant, 2]]);
    await settleDemo(gone.order.sessionId, { late: true });
    await runJobs();
    expect(await stateOf(gone.order)).toBe('REFUNDED');
    expect(await db.refund.findMany({ where: { orderId: gone.order.orderId } })).toMatchObject([{ state: 'DONE' }]);
    expect(await standOfStock(gone.variant)).toMatchObject({ OPEN: 1, HELD: 2 });
  });

  it('at a gateway that knows its page no more holds its stock no longer than any other', async () => {
    const { variant, order } = await ordered();
    // As where the keys of another account were set since.
    await db.demoSession.delete({ where: { id: order.sessionId } });
    await endUnpaidOrders(past());
    expect(await stateOf(order)).toBe('CANCELLED');
    expect(await db.payment.findMany({ where: { orderId: order.orderId } })).toMatchObject([{ state: 'EXPIRED' }]);
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 3 });
  });

  it('at a gateway whose settings were taken away holds its stock until its page has closed by itself, and no longer', async () => {
    for (const sessionId of ['cs_gone', null]) {
      const { variant, order } = await ordered();
      const state = sessionId === null ? 'STARTING' : 'OPEN';
      await db.payment.updateMany({
        where: { orderId: order.orderId },
        data: { provider: 'stripe', sessionId, state },
      });
      await endUnpaidOrders(past());
      expect(await stateOf(order)).toBe('PENDING');
      await endUnpaidOrders(after(past(), 60 * minute));
      expect(await stateOf(order)).toBe('CANCELLED');
      expect(await standOfStock(variant)).toMatchObject({ OPEN: 3 });
    }
  });

  it('is settled once by webhooks that are repeated, in the wrong order and at one moment', async () => {
    const { variant, order } = await ordered();
    await payDemo(order.sessionId, 'duplicate');
    const bodies = await waitingNotices();
    await Promise.all([...bodies, ...bodies].toReversed().map(deliver));
    await runJobs();
    expect(await stateOf(order)).toBe('PAID');
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 1, SOLD: 2 });
    expect(await db.orderStep.count({ where: { orderId: order.orderId, kind: 'PAID' } })).toBe(1);
  });

  it('given back takes what was not sent into stock again', async () => {
    const { variant, order } = await ordered();
    await pay(order);
    const { id: paymentId } = await db.payment.findFirstOrThrow({ where: { orderId: order.orderId } });
    const { totalMinor } = await db.order.findUniqueOrThrow({ where: { id: order.orderId } });
    await inTransaction(system, (ctx) =>
      startRefund(ctx, { orderId: order.orderId, paymentId, amountMinor: totalMinor, reason: 'Because' }),
    );
    await runJobs();
    expect(await stateOf(order)).toBe('REFUNDED');
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 3 });
  });
});

describe('taking an unpaid order back', () => {
  it('gives the stock back and puts it into the cart again; a new order is another one', async () => {
    const { variant, order } = await ordered();
    const [other] = await makeFans(1);
    expect(await refusal(withdrawOrder(other!, { number: order.placed.number }))).toBe('not-found');
    await put(order.buyer, variant, 1);
    await withdrawOrder(order.buyer, { number: order.placed.number });
    expect(await stateOf(order)).toBe('CANCELLED');
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 3 });
    expect(await inCart(order.buyer)).toEqual({ [variant]: 2 });
    const next = await placeCartOrder(order.buyer, await cartOrderFor(order.buyer));
    expect(next.number).not.toBe(order.placed.number);
  });

  it('waits for the cart before it holds the order, as whoever orders does: the two never wait crosswise', async () => {
    const { order } = await ordered();
    const { number } = order.placed;
    let end = Promise.resolve();
    await inRawTransaction(system, async (ctx) => {
      await lockCart(ctx, { memberId: order.buyer.id });
      end = withdrawOrder(order.buyer, { number });
      await untilWaiting(1);
      await pool.query('SELECT 1 FROM "Order" WHERE "number" = $1 FOR UPDATE NOWAIT', [number]);
    });
    await end;
    expect(await stateOf(order)).toBe('CANCELLED');
  });

  it('is refused once it is paid, and races its payment to one end', async () => {
    const { order } = await ordered();
    await pay(order);
    expect(await refusal(withdrawOrder(order.buyer, { number: order.placed.number }))).toBe('order-moved-on');
    for (let round = 0; round < 4; round += 1) {
      const each = await ordered();
      await Promise.all([
        pay(each.order),
        refusal(withdrawOrder(each.order.buyer, { number: each.order.placed.number })),
      ]);
      await runJobs();
      const paid = (await stateOf(each.order)) === 'PAID';
      const stock = await standOfStock(each.variant);
      expect(stock).toMatchObject(paid ? { OPEN: 1, SOLD: 2 } : { OPEN: 3 });
    }
  });
});
