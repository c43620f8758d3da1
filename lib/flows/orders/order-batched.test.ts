import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { db, pool } from '@/lib/core/db';
import { limits } from '@/lib/orders/limits';
import { clock } from '@/lib/core/time';
import { listForCheckout } from '@/lib/drops/queries/hold-for-checkout';
import { readMarket } from '@/lib/core/current-market';
import { writeOrders } from '@/lib/orders/commands';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { booksOf, makeDrop } from '@/tests/support/drop-factories';
import { functionText } from '@/tests/support/function-text';
import {
  deliver,
  makeHold,
  makeOrder,
  orderFor,
  standOf,
  waitingNotices,
  type Held,
} from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { placeOrder } from './place-order';
import { orderOf } from './place-batched';

const held = async (count: number): Promise<Held[]> => {
  const drop = await makeDrop({ units: [count] });
  return Promise.all(Array.from({ length: count }, () => makeHold(drop)));
};

describe('orders placed at one moment', () => {
  it('are each written once, however often they are asked for', async () => {
    const holds = await held(6);
    const placed = await Promise.all(
      [...holds, ...holds].map(({ buyer, claimId }) => placeOrder(buyer, orderFor(claimId))),
    );
    expect(new Set(placed.map(({ number }) => number)).size).toBe(6);
    expect(placed.slice(0, 6)).toEqual(placed.slice(6));
    for (const { claimId } of holds) {
      expect(await standOf(claimId)).toEqual({
        claim: 'HELD',
        orders: 1,
        order: 'PENDING',
        payments: ['OPEN'],
        refunds: [],
        steps: ['PAYMENT_STARTED', 'PLACED'],
      });
    }
  });

  it('are written although others of the moment are refused, who are told why', async () => {
    const [good, ended, stolen, used] = await held(4);
    await db.claim.update({ where: { id: ended!.claimId }, data: { heldUntil: new Date(0) } });
    await db.rateBucket.create({
      data: {
        key: `${limits.checkout.name}:${used!.buyer.id}`,
        count: limits.checkout.count,
        resetsAt: new Date(Date.now() + 60_000),
      },
    });
    const tries = await Promise.all([
      placeOrder(good!.buyer, orderFor(good!.claimId)).then(({ payUrl }) => payUrl),
      refusal(placeOrder(ended!.buyer, orderFor(ended!.claimId))),
      refusal(placeOrder(good!.buyer, orderFor(stolen!.claimId))),
      refusal(placeOrder(used!.buyer, orderFor(used!.claimId))),
    ]);
    expect(tries).toEqual([expect.stringContaining('/demo-pay/'), 'hold-ended', 'not-found', 'rate-limited']);
    expect(
      (await Promise.all([ended!, stolen!, used!].map(({ claimId }) => standOf(claimId)))).map(({ orders }) => orders),
    ).toEqual([0, 0, 0]);
  });

  // Eight processes that each do their own batch at once, each on a connection that stands.
  const eightTimes = async (): Promise<number> => {
    const [{ buyer, claimId }] = (await held(1)) as [Held];
    const [claim] = await listForCheckout({ db }, [{ claimId }]);
    const market = await readMarket();
    await Promise.all(Array.from({ length: 8 }, () => pool.query('SELECT 1')));
    const tries = Array.from({ length: 8 }, () =>
      writeOrders({ db, now: clock() }, [{ ...orderOf(claim, buyer.id, orderFor(claimId)), market }]),
    );
    return (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;
  };

  // A rest between looking and writing, so that all have looked before one writes.
  const look = '    IF wanted.spent IS NOT NULL THEN';
  const rested = (text: string) => text.replace(look, `    PERFORM pg_sleep(0.02);\n${look}`);

  /** Runs the work with the function's text changed. */
  const changed = async <T>(change: (text: string) => string, work: () => Promise<T>): Promise<T> => {
    const text = functionText('orders/place_orders');
    expect(change(text)).not.toBe(text);
    await pool.query(change(text));
    return work().finally(() => pool.query(text));
  };

  it('are one for a unit, whichever processes write them', async () => {
    expect(await changed(rested, eightTimes)).toBe(1);
  });

  it('are several for a unit when the claim is not locked and the key is taken away (control)', async () => {
    await pool.query('DROP INDEX "Order_one_live"');
    expect(await changed((text) => rested(text).replace(' FOR NO KEY UPDATE', ''), eightTimes)).toBe(8);
    await db.$executeRaw`TRUNCATE "Order" CASCADE`;
    await pool.query(
      `CREATE UNIQUE INDEX "Order_one_live" ON "Order" ("claimId") WHERE "state" NOT IN ('CANCELLED', 'REFUNDED')`,
    );
  });

  it('count though nothing comes of them', async () => {
    const [one] = await held(1);
    const tries: (string | null)[] = [];
    for (let at = 0; at <= limits.checkout.count; at += 1)
      tries.push(await refusal(placeOrder(one!.buyer, orderFor(randomUUID()))));
    expect(tries).toEqual([...Array.from({ length: limits.checkout.count }, () => 'not-found'), 'rate-limited']);
  });

  it('count towards the buyer’s tries', async () => {
    const [one] = await held(1);
    await placeOrder(one!.buyer, orderFor(one!.claimId));
    expect(
      await db.rateBucket.findUnique({ where: { key: `${limits.checkout.name}:${one!.buyer.id}` } }),
    ).toMatchObject({ count: 1 });
  });
});

describe('payments that come at one moment', () => {
  it('are settled although one of them cannot be batched, and one is delivered twice', async () => {
    const holds = await held(5);
    const orders = await Promise.all(holds.map((hold) => makeOrder(hold)));
    const paid = await Promise.all([...orders, orders[0]!].map(({ sessionId }) => payDemo(sessionId, 'success')));
    expect(paid.map((each) => each?.next)).toEqual(['store', 'store', 'store', 'store', 'store', 'store']);
    await db.payment.updateMany({ where: { sessionId: orders[4]!.sessionId }, data: { amountMinor: 1 } });
    const bodies = (await waitingNotices()).filter((body) => orders.some(({ sessionId }) => body.includes(sessionId)));
    expect(bodies).toHaveLength(5);
    expect(await Promise.all([...bodies, bodies[0]!].map(deliver))).not.toContain(false);
    const stands = await Promise.all(holds.map(({ claimId }) => standOf(claimId)));
    expect(stands.map(({ claim, order }) => `${claim} ${order}`)).toEqual([
      ...Array.from({ length: 4 }, () => 'PAID PAID'),
      'HELD PENDING',
    ]);
    const orderIds = await db.order.findMany({
      where: { claimId: { in: holds.map(({ claimId }) => claimId) }, state: 'PAID' },
      select: { id: true },
    });
    const events = await db.event.findMany({ where: { name: 'order.paid' }, select: { payload: true } });
    expect(
      orderIds.map(({ id }) => events.filter(({ payload }) => (payload as { orderId: string }).orderId === id).length),
    ).toEqual([1, 1, 1, 1]);
    expect(await booksOf(holds[0]!.drop.allotmentIds[0]!)).toMatchObject({
      units: 5,
      remaining: 0,
      live: 5,
      ledger: 0,
    });
  });
});
