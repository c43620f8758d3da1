import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { inRawTransaction, reading } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { inCart, makeShop, put, set } from '@/tests/support/cart-factories';
import { countStatements, untilWaiting } from '@/tests/support/database';
import { makeFans } from '@/tests/support/drop-factories';
import { functionText } from '@/tests/support/function-text';
import { refusal } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { changeCart, keepGuestCart } from './commands';
import { cartEndpoint } from './endpoints/cart';
import { guestToken } from './guest-token';
import { limits, mostCartLines, mostCartPieces } from './limits';
import { countCart, readCart } from './queries';
import { forgetCarts } from './schedules/forget-carts';
import { cartDigest, cartTokenIn, newCartToken } from './token';
import { together } from './choices/together';

const fan = async () => (await makeFans(1))[0]!;
const keep = (actor: Awaited<ReturnType<typeof fan>>, token: string) =>
  keepGuestCart({ db, actor, now: clock() }, { token });

describe('a cart', () => {
  it('takes what the shop sells, and says how much is in it', async () => {
    const { variantIds } = await makeShop(5, 5);
    const [a, b] = variantIds as [string, string];
    const buyer = await fan();
    expect(await put(buyer, a, 2)).toBe(2);
    expect(await put(buyer, a, 1)).toBe(3);
    expect(await put(buyer, b, 1)).toBe(4);
    expect(await set(buyer, a, 1)).toBe(2);
    expect(await set(buyer, b, 0)).toBe(1);
    expect(await set(buyer, b, 0)).toBe(1);
    expect(await refusal(set(buyer, b, 2))).toBe('not-in-cart');
    expect(await inCart(buyer)).toEqual({ [a]: 1 });
  });

  it('refuses what is not sold, sold out or too much', async () => {
    const [variant] = (await makeShop(2)).variantIds as [string];
    const buyer = await fan();
    await put(buyer, variant, mostCartPieces);
    expect(await refusal(put(buyer, variant, 1))).toBe('most-pieces');
    const { variantIds } = await makeShop(3, 3);
    await db.stockedVariant.update({ where: { id: variantIds[0]! }, data: { inShop: false } });
    await pool.query('UPDATE "StockedVariant" SET "open" = 0 WHERE "id" = $1', [variantIds[1]]);
    expect(await refusal(put(buyer, variantIds[0]!))).toBe('not-sold');
    expect(await refusal(put(buyer, variantIds[1]!))).toBe('shop-sold-out');
    expect(await refusal(put(buyer, buyer.id))).toBe('not-sold');
    await pool.query(
      `INSERT INTO "CartLine" SELECT c."id", v."id", 1, now() FROM "Cart" c, (SELECT "id" FROM "Variant" v WHERE "id" <> $2 LIMIT $3) v WHERE c."memberId" = $1`,
      [buyer.id, variant, mostCartLines - 1],
    );
    const lines = await db.cartLine.count({ where: { cart: { memberId: buyer.id } } });
    if (lines === mostCartLines) {
      const [late] = (await makeShop(1)).variantIds as [string];
      expect(await refusal(put(buyer, late))).toBe('cart-full');
    }
  });

  it('is changed and counted in one statement, so often in ten minutes, and then stays as it is', async () => {
    const [variant] = (await makeShop(5)).variantIds as [string];
    const buyer = await fan();
    const { result, statements } = await countStatements(() => put(buyer, variant, 1));
    expect([result, statements.length]).toEqual([1, 1]);
    const key = `${limits.change.name}:${buyer.id}`;
    await db.rateBucket.update({ where: { key }, data: { count: limits.change.count - 1 } });
    expect(await put(buyer, variant, 1)).toBe(2);
    expect(await refusal(put(buyer, variant, 1))).toBe('rate-limited');
    expect(await inCart(buyer)).toEqual({ [variant]: 2 });
    await db.rateBucket.update({ where: { key }, data: { resetsAt: clock() } });
    expect(await put(buyer, variant, 1)).toBe(3);
  });

  it('has no prices: those of now are read, and what changed since is said', async () => {
    const [variant] = (await makeShop(1)).variantIds as [string];
    const buyer = await fan();
    await put(buyer, variant, 1);
    const cart = await readCart(reading(buyer), { token: null });
    expect(cart!.lines[0]).toMatchObject({ wasMinor: null, problem: null, open: 1 });
    const before = cart!.lines[0]!.goods.priceMinor;
    const now = after(clock(), 1000);
    await pool.query('UPDATE "Price" SET "until" = $2 WHERE "variantId" = $1 AND "until" IS NULL', [variant, now]);
    await pool.query(
      `INSERT INTO "Price" ("id", "variantId", "currency", "amountMinor", "from") SELECT gen_random_uuid(), "id", "currency", $3, $2 FROM "Variant" WHERE "id" = $1`,
      [variant, now, before + 100],
    );
    const later = await readCart(reading(buyer, after(now, 1000)), { token: null });
    expect(later!.lines[0]).toMatchObject({ wasMinor: before, goods: { priceMinor: before + 100 } });
    await db.stockedVariant.update({ where: { id: variant }, data: { inShop: false } });
    expect((await readCart(reading(buyer, after(now, 1000)), { token: null }))!.lines[0]!.problem).toBe('gone');
  });

  it('is one order only where its lines are priced alike', () => {
    const goods = { currency: 'USD', taxIncluded: null, priceMinor: 100, grams: 5 };
    const line = { quantity: 2, goods };
    expect(together([line, line])).toEqual({ currency: 'USD', taxIncluded: null, grams: 20, amounts: [200, 200] });
    expect(together([line, { quantity: 1, goods: { ...goods, currency: 'EUR' } }])).toBeNull();
    expect(together([line, { quantity: 1, goods: { ...goods, taxIncluded: true } }])).toBeNull();
    expect(together([])).toBeNull();
  });
});

describe('POST /api/cart', () => {
  it('answers 400 to what no cart holds, before it asks the database', async () => {
    const [variantId] = (await makeShop(3)).variantIds as [string];
    const buyer = await fan();
    const ask = async (body: unknown) => {
      const request = { params: {}, query: new URLSearchParams(), ip: '203.0.113.9' };
      const { status } = await cartEndpoint.answer({ ...request, actor: async () => buyer, body: async () => body });
      return status;
    };
    const good = { variantId, quantity: 1, add: true };
    for (const quantity of [0, -1, 1.5, Number.NaN, null, '1', mostCartPieces + 1, 2 ** 31, Number.MAX_VALUE])
      expect([quantity, await ask({ ...good, quantity })]).toEqual([quantity, 400]);
    for (const wrong of [
      null,
      [],
      'x',
      { ...good, price: 1 },
      { ...good, variantId: `${variantId}\0` },
      { ...good, add: 1 },
    ])
      expect(await ask(wrong)).toBe(400);
    expect(await ask(good)).toBe(200);
    expect(await ask({ ...good, add: false, quantity: 0 })).toBe(200);
    expect(await inCart(buyer)).toEqual({});
  });
});

describe('a guest’s cart', () => {
  it('is found by the token of its browser alone, of which the row has a digest', async () => {
    const [variant] = (await makeShop(5)).variantIds as [string];
    const token = newCartToken();
    await put(guest, variant, 2, token);
    expect(await countCart(reading(guest), { token })).toBe(2);
    expect(await countCart(reading(guest), { token: newCartToken() })).toBe(0);
    const row = await db.cart.findUniqueOrThrow({ where: { tokenDigest: cartDigest(token) } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(cartTokenIn(`a=b; millet-cart=${token}; c=d`)).toBe(token);
    expect(cartTokenIn(`millet-cart=${token}x`)).toBeNull();
    expect(cartTokenIn(`other-millet-cart=${token}`)).toBeNull();
  });

  it('is begun so often by one network, whatever tokens it makes up', async () => {
    const [variant] = (await makeShop(2)).variantIds as [string];
    const network = `203.0.113.${word()}`;
    const ask = (known: string | null) => guestToken(db, { known, network, now: clock() });
    const [own, madeUp] = [await ask(null), newCartToken()];
    await put(guest, variant, 1, own);
    expect(await ask(own)).toBe(own);
    expect(await ask(madeUp)).not.toBe(madeUp);
    const ends = [];
    for (let time = 0; time < limits.begin.count; time += 1) ends.push(await refusal(ask(newCartToken())));
    expect(ends.filter((end) => end === 'done')).toHaveLength(limits.begin.count - 2);
    expect(ends.at(-1)).toBe('rate-limited');
    // Who has a cart goes on with it.
    expect(await ask(own)).toBe(own);
  });

  it('goes with its guest into the member’s, of each variant the larger quantity', async () => {
    const { variantIds } = await makeShop(9, 9, 9);
    const [a, b, c] = variantIds as [string, string, string];
    const [buyer, token] = [await fan(), newCartToken()];
    await put(buyer, a, 1);
    await put(buyer, b, 4);
    await put(guest, a, 3, token);
    await put(guest, b, 2, token);
    await put(guest, c, 1, token);
    expect(await countCart(reading(buyer), { token })).toBe(8);
    await keep(buyer, token);
    expect(await inCart(buyer)).toEqual({ [a]: 3, [b]: 4, [c]: 1 });
    await keep(buyer, token);
    expect(await inCart(buyer)).toEqual({ [a]: 3, [b]: 4, [c]: 1 });
  });

  it('is taken over once by two tabs at the same moment, though one changes it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [variant] = (await makeShop(9)).variantIds as [string];
      const [buyer, token] = [await fan(), newCartToken()];
      await put(guest, variant, 2, token);
      await Promise.all([keep(buyer, token), put(buyer, variant, 1, token), keep(buyer, token)]);
      expect(await inCart(buyer)).toEqual({ [variant]: 3 });
      expect(await db.cart.count({ where: { tokenDigest: cartDigest(token) } })).toBe(0);
    }
  });

  /** A guest's cart of which another tab is just adding three pieces while it is taken over; answers what the member and the guest have then. */
  async function takenWhileAdding() {
    const [variant] = (await makeShop(9)).variantIds as [string];
    const [buyer, token] = [await fan(), newCartToken()];
    await put(guest, variant, 2, token);
    let taking = Promise.resolve();
    await inRawTransaction(guest, async (ctx) => {
      await changeCart(ctx, { token, variantId: variant, quantity: 3, add: true });
      taking = keep(buyer, token);
      await untilWaiting(1);
    });
    await taking;
    return [(await inCart(buyer))[variant] ?? 0, await countCart(reading(guest), { token })];
  }

  it('loses nothing that another tab adds while it is taken over', async () => {
    expect(await takenWhileAdding()).toEqual([5, 0]);
  });

  it('would lose it, if it were read without being held (control)', async () => {
    const guarded = functionText('cart/change_cart');
    const lock = 'WHERE c."tokenDigest" = p_digest FOR UPDATE;';
    expect(guarded).toContain(lock);
    await pool.query(guarded.replace(lock, 'WHERE c."tokenDigest" = p_digest;'));
    expect(await takenWhileAdding()).toEqual([2, 0]);
    await pool.query(guarded);
    expect(await takenWhileAdding()).toEqual([5, 0]);
  });

  it('is forgotten a month after its last change, a member’s never', async () => {
    const [variant] = (await makeShop(9)).variantIds as [string];
    const [buyer, token] = [await fan(), newCartToken()];
    await put(guest, variant, 1, token);
    await put(buyer, variant, 1);
    await forgetCarts(after(clock(), 29 * day));
    expect(await countCart(reading(guest), { token })).toBe(1);
    await forgetCarts(after(clock(), 31 * day));
    expect(await countCart(reading(guest), { token })).toBe(0);
    expect(await inCart(buyer)).toEqual({ [variant]: 1 });
  });
});
