/** The books: written after what happened to orders, once under races, one order apart from another, and proved against all rows. */
import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { bookMoves, turnTo } from '@/lib/accounting/commands';
import { getLastBooksProof } from '@/lib/accounting/prove-books';
import { wantedMoves } from '@/lib/accounting/wanted-moves';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { expireHolds } from '@/lib/flows/drops/expire-holds';
import { finishRefund } from '@/lib/orders/commands';
import { listMoney, moneyOf } from '@/lib/orders/order-money';
import { replaceProvider } from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { makePaidCartOrder, makeShop } from '@/tests/support/cart-factories';
import { makeHold, makeOrder, runJobs, type Ordered } from '@/tests/support/order-factories';
import { demo, gatewayReports, gatewaySays, numberOf, paidOrder } from '@/tests/support/refunds';
import { later } from '@/tests/support/settlements';

import { bookChanges } from './book-changes';
import { proveBooksNightly, writeAndProve } from './prove-books';

afterEach(() => replaceProvider('demo', demo));

const idOf = async (ordered: Ordered) => (await db.order.findUniqueOrThrow({ where: numberOf(ordered) })).id;
async function booksOf(orderId: string): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { fromAccount, toAccount, amountMinor } of await db.moneyMove.findMany({ where: { orderId } })) {
    sums[fromAccount] = (sums[fromAccount] ?? 0) - amountMinor;
    sums[toAccount] = (sums[toAccount] ?? 0) + amountMinor;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
const prove = () => writeAndProve(clock());

describe('what happens to an order', () => {
  it('stands in the books from its payment to the last part of its refund, and proves right at every step', async () => {
    const ordered = await paidOrder();
    const orderId = await idOf(ordered);
    expect(await prove()).toEqual([]);
    const { totalMinor, taxMinor, shippingMinor } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(await booksOf(orderId)).toMatchObject({ GATEWAY: totalMinor, SHIPPING: -shippingMinor, TAX: -taxMinor });
    await refundOrder(system, { ...numberOf(ordered), reason: 'A scratch', amount: '41.00' });
    await runJobs();
    expect(await prove()).toEqual([]);
    expect(await booksOf(orderId)).toMatchObject({ GATEWAY: totalMinor - 4_100 });
    await refundOrder(system, { ...numberOf(ordered), reason: 'The rest' });
    await runJobs();
    expect(await prove()).toEqual([]);
    const { GATEWAY, BUYERS, TAX, TAKEN_BACK } = await booksOf(orderId);
    expect([GATEWAY, BUYERS, TAX, TAKEN_BACK]).toEqual([undefined, undefined, undefined, totalMinor - taxMinor]);
  });

  it('of several lines, late money, a refund that fails and a dispute prove right too', async () => {
    const { variantIds } = await makeShop(3, 1);
    const cart = await makePaidCartOrder([
      [variantIds[0]!, 2],
      [variantIds[1]!, 1],
    ]);
    const [failing, disputed, late] = [await paidOrder(), await paidOrder(), await makeOrder()];
    gatewaySays('done');
    const refundId = await refundOrder(system, { ...numberOf(failing), reason: 'It hums', amount: '41.00' });
    await runJobs();
    expect(await prove()).toEqual([]);
    await transact(finishRefund)(system, { refundId, providerRef: null, status: 'failed' });
    await gatewayReports(disputed, { disputes: [{ id: 'dp_b', state: 'LOST', amountMinor: 14_100 }] });
    gatewaySays('pending');
    await payDemo(late.sessionId, 'late');
    await expireHolds(later());
    await makeOrder(await makeHold(late.drop));
    await runJobs(later());
    expect(await prove()).toEqual([]);
    expect(await booksOf(await idOf(late))).toEqual({ BUYERS: -14_100, GATEWAY: 14_100 });
    expect(await booksOf(await idOf(disputed))).toMatchObject({ LOST: 14_100 });
    expect((await booksOf(await idOf(failing))).GATEWAY).toBe(14_100);
    expect((await booksOf(cart.orderId)).BUYERS).toBeUndefined();
  });
});

describe('the books', () => {
  it('are written once by many at one moment, and twice without their lock and their keys', async () => {
    const ordered = await paidOrder();
    const orderId = await idOf(ordered);
    const ends = await Promise.all(Array.from({ length: 6 }, () => bookChanges(clock())));
    expect(ends.some((seen) => seen > 0)).toBe(true);
    const once = await db.moneyMove.count({ where: { orderId } });
    expect(once).toBeGreaterThan(2);
    // The control: who does not look at what is booked, and whose keys differ, books it again; the proof says so.
    const row = (await listMoney({ db }, [orderId]))[0]!;
    const again = wantedMoves(moneyOf(row), []).map((move) => ({ ...move, key: `again:${move.key}` }));
    const added = await inTransaction(system, (ctx) => bookMoves(ctx, again)).then(() => prove());
    expect(added.map(({ check, number }) => [check, number])).toEqual(
      ['gateway', 'reported', 'shipping', 'sold', 'tax'].map((check) => [check, ordered.placed.number]),
    );
    expect((await getLastBooksProof({ db }))?.faults).toEqual(added);
    expect(await proveBooksNightly(clock())).toBe(0);
    await pool.query('ALTER TABLE "MoneyMove" DISABLE TRIGGER "MoneyMove_append_only"');
    await pool.query(`DELETE FROM "MoneyMove" WHERE "key" LIKE 'again:%'`);
    await pool.query('ALTER TABLE "MoneyMove" ENABLE TRIGGER "MoneyMove_append_only"');
    expect(await prove()).toEqual([]);
  });

  it('name the order that cannot be booked, and go on with its neighbours', async () => {
    const [bad, good] = [await paidOrder(), await paidOrder()];
    const terms = (await db.order.findUniqueOrThrow({ where: numberOf(bad) })).terms as object;
    await db.order.update({ where: numberOf(bad), data: { terms: { spoilt: true } } });
    const faults = await prove();
    expect(new Set(faults.map(({ number }) => number))).toEqual(new Set([bad.placed.number]));
    expect(await booksOf(await idOf(good))).toMatchObject({ GATEWAY: 14_100 });
    await db.order.update({ where: numberOf(bad), data: { terms } });
    expect(await prove()).toEqual([]);
  });

  it('are never changed', async () => {
    await paidOrder();
    await prove();
    await expect(pool.query('UPDATE "MoneyMove" SET "amountMinor" = 1')).rejects.toThrow('append-only');
    await expect(pool.query('DELETE FROM "MoneyMove"')).rejects.toThrow('append-only');
  });

  it('come to the same when they are written anew from the first change on', async () => {
    const orderId = await idOf(await paidOrder());
    await prove();
    const before = await db.moneyMove.count();
    await inTransaction(system, (ctx) => turnTo(ctx, 0n));
    expect(await prove()).toEqual([]);
    expect([await db.moneyMove.count(), (await booksOf(orderId)).BUYERS]).toEqual([before, undefined]);
  });
});
