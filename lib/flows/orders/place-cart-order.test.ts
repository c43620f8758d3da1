import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inRawTransaction } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { emptyCarts } from '@/lib/cart/commands';
import { mostWaiting } from '@/lib/orders/limits';
import { cartOrderFor, inCart, makeCartOrder, makeShop, put } from '@/tests/support/cart-factories';
import { untilWaiting } from '@/tests/support/database';
import { makeFans } from '@/tests/support/drop-factories';
import { refusal, refused } from '@/tests/support/refusal';
import { standOfStock } from '@/tests/support/stock-factories';

import { withdrawOrder } from './end-cart-order';
import { placeCartOrder } from './place-cart-order';

const orderOf = (number: string) =>
  db.order.findUniqueOrThrow({
    where: { number },
    include: { lines: { orderBy: { position: 'asc' } }, payments: true, refunds: true, steps: true },
  });
const fan = async () => (await makeFans(1))[0]!;

describe('ordering a cart', () => {
  it('makes lines that come to the total, holds their stock and empties the cart', async () => {
    const { variantIds } = await makeShop(5, 3);
    const [a, b] = variantIds as [string, string];
    const { buyer, placed } = await makeCartOrder([
      [a, 2],
      [b, 1],
    ]);
    const order = await orderOf(placed.number);
    expect(order).toMatchObject({ state: 'PENDING', claimId: null, dropId: null });
    expect(order.lines.map(({ variantId, quantity, position }) => [variantId, quantity, position])).toEqual([
      [a, 2, 0],
      [b, 1, 1],
    ]);
    const net = order.lines.reduce((sum, { netMinor }) => sum + netMinor, 0);
    expect(net).toBe(order.subtotalMinor);
    expect(net + order.shippingMinor + order.taxMinor).toBe(order.totalMinor);
    expect(await standOfStock(a)).toMatchObject({ OPEN: 3, HELD: 2 });
    expect(await inCart(buyer)).toEqual({});
  });

  it('is one order however often and wherever it is sent', async () => {
    const [variant] = (await makeShop(5)).variantIds as [string];
    const buyer = await fan();
    await put(buyer, variant, 2);
    const input = await cartOrderFor(buyer);
    const placed = await Promise.all(Array.from({ length: 8 }, () => placeCartOrder(buyer, input)));
    expect(new Set(placed.map(({ payUrl }) => payUrl)).size).toBe(1);
    expect(await db.order.count({ where: { memberId: buyer.id } })).toBe(1);
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 3, HELD: 2 });
  });

  it('is refused where the cart is another one by now, its total is, or its stock is gone', async () => {
    const [variant] = (await makeShop(2)).variantIds as [string];
    const buyer = await fan();
    await put(buyer, variant, 1);
    const before = await cartOrderFor(buyer);
    await put(buyer, variant, 1);
    expect(await refusal(placeCartOrder(buyer, before))).toBe('cart-changed');
    const input = await cartOrderFor(buyer);
    expect(await refusal(placeCartOrder(buyer, { ...input, shown: 1 }))).toBe('total-changed');
    await makeCartOrder([[variant, 1]]);
    expect(await refusal(placeCartOrder(buyer, input))).toBe('cart-short');
    expect(await inCart(buyer)).toEqual({ [variant]: 2 });
    const other = await fan();
    expect(await refusal(placeCartOrder(other, input))).toBe('cart-changed');
  });

  it('is not short for a second click that reads the stock once the first has it', async () => {
    const [variant] = (await makeShop(1)).variantIds as [string];
    const buyer = await fan();
    await put(buyer, variant, 1);
    const input = await cartOrderFor(buyer);
    const first = async () => {
      const { end } = await inRawTransaction(system, async (held) => {
        await held.db.$executeRaw`LOCK TABLE "StockedVariant" IN ACCESS EXCLUSIVE MODE`;
        const second = refusal(placeCartOrder(buyer, input));
        await untilWaiting(1);
        // What an order of the cart does, in the same commit.
        await held.db.$executeRaw`UPDATE "StockedVariant" SET "open" = 0 WHERE "id" = ${variant}::uuid`;
        await emptyCarts(held, [input.cartId]);
        return { end: second };
      });
      return end;
    };
    expect(await first()).toBe('cart-changed');
  });

  it('waits for nobody where its stock is gone', async () => {
    const [variant] = (await makeShop(1)).variantIds as [string];
    const late = await fan();
    await put(late, variant, 1);
    await makeCartOrder([[variant, 1]]);
    const input = await cartOrderFor(late);
    await inRawTransaction(system, async (held) => {
      await held.db.$queryRaw`SELECT 1 FROM "StockedVariant" WHERE "id" = ${variant}::uuid FOR UPDATE`;
      const waits = untilWaiting(1).then(
        () => 'waits',
        () => 'neither',
      );
      expect(await Promise.race([refusal(placeCartOrder(late, input)), waits])).toBe('cart-short');
    });
  });

  it('sells no unit twice to three times as many buyers as there are units', async () => {
    const [variant] = (await makeShop(6)).variantIds as [string];
    const buyers = await makeFans(18);
    for (const buyer of buyers) await put(buyer, variant, 1);
    const inputs = await Promise.all(buyers.map((buyer) => cartOrderFor(buyer)));
    const ends = await Promise.all(buyers.map((buyer, at) => refusal(placeCartOrder(buyer, inputs[at]!))));
    expect(ends.filter((end) => end === 'done')).toHaveLength(6);
    expect(ends.filter((end) => end === 'cart-short')).toHaveLength(12);
    expect(await standOfStock(variant)).toMatchObject({ HELD: 6 });
    expect((await standOfStock(variant)).OPEN).toBeUndefined();
  });
});

describe('a cart that is ordered already', () => {
  it('is not sent again to an address, or for a total, that its order does not have', async () => {
    const [variant] = (await makeShop(5)).variantIds as [string];
    const buyer = await fan();
    await put(buyer, variant, 1);
    const input = await cartOrderFor(buyer);
    const { number, payUrl } = await placeCartOrder(buyer, input);
    const again = (more: Partial<typeof input>) => refused(placeCartOrder(buyer, { ...input, ...more }));
    const ordered = { code: 'cart-ordered', detail: { values: { number } } };
    expect(await again({ line1: '99 Other Road' })).toMatchObject(ordered);
    expect(await again({ shown: 1 })).toMatchObject(ordered);
    const { totalMinor, currency } = await orderOf(number);
    const same = { shown: totalMinor, shownCurrency: currency };
    expect(await placeCartOrder(buyer, { ...input, ...same })).toEqual({ number, payUrl, key: null });
    await db.order.update({ where: { number }, data: { state: 'PAID' } });
    expect(await again({ line1: '99 Other Road' })).toMatchObject(ordered);
    expect(await placeCartOrder(buyer, input)).toEqual({ number, payUrl: null, key: null });
  });

  it('is one of few that hold stock unpaid', async () => {
    const [variant] = (await makeShop(20)).variantIds as [string];
    const buyer = await fan();
    for (let made = 0; made < mostWaiting; made += 1) {
      await put(buyer, variant, 1);
      await placeCartOrder(buyer, await cartOrderFor(buyer));
    }
    await put(buyer, variant, 1);
    const input = await cartOrderFor(buyer);
    expect(await refused(placeCartOrder(buyer, input))).toMatchObject({
      code: 'orders-waiting',
      detail: { values: { most: mostWaiting } },
    });
    expect(await inCart(buyer)).toEqual({ [variant]: 1 });
    const { number } = await db.order.findFirstOrThrow({ where: { memberId: buyer.id } });
    await withdrawOrder(buyer, { number });
    expect(await refusal(placeCartOrder(buyer, await cartOrderFor(buyer)))).toBe('done');
    expect(await standOfStock(variant)).toMatchObject({ HELD: mostWaiting });
  });
});

describe('the cart attack', () => {
  it('what is put in while it is ordered is in the order or still in the cart', async () => {
    const [variant] = (await makeShop(200)).variantIds as [string];
    for (let round = 0; round < 6; round += 1) {
      const buyer = await fan();
      await put(buyer, variant, 1);
      const input = await cartOrderFor(buyer);
      const [end] = await Promise.all([refusal(placeCartOrder(buyer, input)), put(buyer, variant, 2)]);
      const ordered = await db.orderLine.findMany({ where: { order: { memberId: buyer.id } } });
      const left = (await inCart(buyer))[variant] ?? 0;
      expect(ordered.reduce((sum, { quantity }) => sum + quantity, 0) + left).toBe(3);
      expect(ordered.map(({ quantity }) => quantity)).toEqual(end === 'done' ? [1] : []);
    }
  });

  it('without the lock of the cart it would be lost', async () => {
    const [variant] = (await makeShop(5)).variantIds as [string];
    const buyer = await fan();
    await put(buyer, variant, 1);
    const { cartId } = await cartOrderFor(buyer);
    // As an order would that reads the cart, and empties it later, without holding it.
    const read = await inCart(buyer);
    await put(buyer, variant, 2);
    await inRawTransaction(system, (ctx) => emptyCarts(ctx, [cartId]));
    expect((read[variant] ?? 0) + ((await inCart(buyer))[variant] ?? 0)).toBe(1);
  });

  it('a version of a cart is one order for the database too', async () => {
    const { placed } = await makeCartOrder([[(await makeShop(2)).variantIds[0]!, 1]]);
    const copy = `INSERT INTO "Order" SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', 'X' || o."number"))).*
      FROM "Order" o WHERE o."number" = $1`;
    await expect(pool.query(copy, [placed.number])).rejects.toThrow('Order_of_cart');
  });
});
