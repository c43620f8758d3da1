/** What several orders of one moment may do to each other, with real connections. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { guest } from '@/lib/core/actor';
import { db, pool } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { cartDigest, newCartToken } from '@/lib/cart/token';
import type * as cartOrders from '@/lib/orders/cart-orders';
import { mostWaiting } from '@/lib/orders/limits';
import type { PlaceCartOrder } from '@/lib/orders/schema';
import { address } from '@/tests/support/addresses';
import { cartOrderFor, makeShop, put } from '@/tests/support/cart-factories';
import { untilWaiting } from '@/tests/support/database';
import { makeFans } from '@/tests/support/drop-factories';
import { functionText } from '@/tests/support/function-text';
import { word } from '@/tests/support/word';

import { orderCarts } from './order-carts';
import type { Ended, Wish } from './see-carts';
import { settleGoodsAtOnce } from './settle-batched';

const guard = vi.hoisted(() => ({ off: false }));

// With the guard off orders of one guest are counted by all who order at the same moment.
vi.mock('@/lib/orders/cart-orders', async (original) => {
  const real = await original<typeof cartOrders>();
  return {
    ...real,
    lockGuests: (...given: Parameters<typeof real.lockGuests>) =>
      guard.off ? Promise.resolve() : real.lockGuests(...given),
  };
});
beforeEach(() => void (guard.off = false));

const codeOf = (end: Ended | null | undefined) => (!end ? 'alone' : 'code' in end ? end.code : 'done');

async function guestWish(variantId: string, email: string, token = newCartToken()): Promise<Wish> {
  await put(guest, variantId, 1, token);
  return { buyer: { token, network: word(), email }, input: await inputOf(token) };
}
async function inputOf(token: string): Promise<PlaceCartOrder> {
  const { id, version } = await db.cart.findUniqueOrThrow({ where: { tokenDigest: cartDigest(token) } });
  return { ...address, locale: 'en', cartId: id, version };
}

/** Waits with a lock of a row until the given number of others wait, and lets them go. */
async function heldUntil<T>(sql: string, params: unknown[], waiting: number, work: () => Promise<T>): Promise<T> {
  const holder = await pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(sql, params);
    const done = work();
    await untilWaiting(waiting);
    await holder.query('COMMIT');
    return await done;
  } finally {
    holder.release();
  }
}

describe('a guest with many carts', () => {
  // Six processes that order a cart each at once, for one mailbox.
  async function sixCarts() {
    const [variant] = (await makeShop(20)).variantIds as [string];
    const email = `${word()}@guest.example`;
    const wishes = await Promise.all(Array.from({ length: 6 }, () => guestWish(variant, email)));
    const hold = 'SELECT 1 FROM "StockedVariant" WHERE "id" = $1 FOR UPDATE';
    const ends = await heldUntil(hold, [variant], 6, () =>
      Promise.all(wishes.map(async (wish) => codeOf((await orderCarts([wish], clock()))[0]))),
    );
    return ends.toSorted();
  }

  it('holds stock for as many unpaid orders as one cart may, however many are ordered at once', async () => {
    const most = Array.from({ length: mostWaiting }, () => 'done');
    expect(await sixCarts()).toEqual([...most, ...Array.from({ length: 3 }, () => 'orders-waiting')]);
  });

  it('holds it for each cart where they do not wait for each other (control)', async () => {
    guard.off = true;
    expect(await sixCarts()).toEqual(Array.from({ length: 6 }, () => 'done'));
  });
});

describe('one cart under two addresses at one moment', () => {
  it('is one order, and fails no neighbour of its batch', async () => {
    const [variant] = (await makeShop(20)).variantIds as [string];
    const neighbour = (await makeFans(1))[0]!;
    await put(neighbour, variant, 1);
    const first = await guestWish(variant, `${word()}@guest.example`);
    const second: Wish = { ...first, buyer: { ...first.buyer, email: `${word()}@guest.example` } as Wish['buyer'] };
    const other: Wish = { buyer: { memberId: neighbour.id }, input: await cartOrderFor(neighbour) };
    expect((await orderCarts([first, second, other], clock())).map(codeOf)).toEqual(['done', 'alone', 'done']);
    expect(codeOf((await orderCarts([second], clock()))[0])).toBe('cart-ordered');
  });
});

describe('orders that are sent again while their payments come', () => {
  // Two orders whose payments have their ids the other way round, as of every other two that were made in one batch.
  async function crossed() {
    const [variant] = (await makeShop(40)).variantIds as [string];
    const fans = await makeFans(12);
    for (const fan of fans) await put(fan, variant, 1);
    const wishes = await Promise.all(
      fans.map(async (fan): Promise<Wish> => ({ buyer: { memberId: fan.id }, input: await cartOrderFor(fan) })),
    );
    await orderCarts(wishes, clock());
    const rows = await db.order.findMany({
      where: { memberId: { in: fans.map(({ id }) => id) } },
      orderBy: { id: 'asc' },
      include: { payments: true },
    });
    const orders = rows.map((order) => ({ ...order, payment: order.payments[0]! }));
    for (const low of orders)
      for (const high of orders)
        if (low.id < high.id && low.payment.id > high.payment.id)
          return { low, pair: [low, high], again: wishes.filter((wish) => [low, high].some((o) => isOf(o, wish))) };
    throw new Error('twelve orders in step with their payments');
  }
  const isOf = ({ memberId }: { memberId: string }, { buyer }: Wish) =>
    'memberId' in buyer && buyer.memberId === memberId;

  /** Has both orders sent again, and then both payments settled, while somebody holds the order with the smaller id. */
  async function meet(): Promise<boolean> {
    const { low, pair, again } = await crossed();
    const paid = pair.map(({ payment: { id, amountMinor, currency } }) => ({
      ...{ provider: 'demo', status: 'paid' as const },
      session: { id: `s-${id}`, paymentId: id, amountMinor, currency, paymentRef: `ref-${id}` },
    }));
    const before = await deadlocks();
    await heldUntil('SELECT 1 FROM "Order" WHERE "id" = $1 FOR UPDATE', [low.id], 2, async () => {
      const sent = orderCarts(again, clock());
      await untilWaiting(1);
      return Promise.allSettled([sent, settleGoodsAtOnce(db, paid as never, clock())]);
    });
    return (await deadlocks()) > before;
  }
  const deadlocks = async () => {
    await pool.query('SELECT pg_stat_clear_snapshot()');
    const { rows } = await pool.query<{ deadlocks: number }>(
      `SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`,
    );
    return rows[0]!.deadlocks;
  };

  it('never wait for each other crosswise', async () => {
    expect(await meet()).toBe(false);
  });

  it('do where payments are settled in the order of their own ids (control)', async () => {
    const text = functionText('orders/settle_paid');
    const byPayment = text.replace(/ORDER BY \(SELECT[^)]*\), p\.id, p\.place/, 'ORDER BY p.id, p.place');
    expect(byPayment).not.toBe(text);
    await pool.query(byPayment);
    expect(await meet().finally(() => pool.query(text))).toBe(true);
  });
});
