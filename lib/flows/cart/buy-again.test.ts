/** Buying again: what the shop still sells comes into the cart of whoever ordered it, and into nobody else's. */
import { expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { db, pool } from '@/lib/core/db';
import { cartDigest, newCartToken } from '@/lib/cart/token';
import { guestKeys } from '@/lib/orders/guest-key';
import { inCart, makeCartOrder, makeShop } from '@/tests/support/cart-factories';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { buyAgain } from './buy-again';

const ordered = async () => {
  const { variantIds } = await makeShop(9, 9);
  const [a, b] = variantIds as [string, string];
  const order = await makeCartOrder([
    [a, 2],
    [b, 1],
  ]);
  return { a, b, ...order, number: order.placed.number };
};

it('puts in what is sold, says how much was left out, and refuses where nothing is', async () => {
  const { a, b, buyer, number } = await ordered();
  expect(await buyAgain(buyer, { number }, { token: null })).toEqual({ left: 0 });
  expect(await inCart(buyer)).toEqual({ [a]: 2, [b]: 1 });
  await db.stockedVariant.update({ where: { id: a }, data: { inShop: false } });
  expect(await buyAgain(buyer, { number }, { token: null })).toEqual({ left: 1 });
  expect(await inCart(buyer)).toEqual({ [a]: 2, [b]: 2 });
  await pool.query('UPDATE "StockedVariant" SET "open" = 0 WHERE "id" = $1', [b]);
  expect(await refusal(buyAgain(buyer, { number }, { token: null }))).toBe('nothing-sold');
  expect(await inCart(buyer)).toEqual({ [a]: 2, [b]: 2 });
});

it('is for its buyer, and of a guest’s order for who has its key, into their own cart', async () => {
  const { a, b, number, orderId } = await ordered();
  expect(await refusal(buyAgain(await makeMember(), { number }, { token: null }))).toBe('not-found');
  expect(await refusal(buyAgain(guest, { number }, { token: newCartToken() }))).toBe('signed-out');
  const key = guestKeys.make(orderId);
  expect(await refusal(buyAgain(guest, { key }, { token: newCartToken() }))).toBe('not-found');
  await db.order.update({ where: { id: orderId }, data: { guestEmail: 'anna@guest.example' } });
  const token = newCartToken();
  await buyAgain(guest, { key }, { token });
  const lines = await db.cartLine.findMany({ where: { cart: { tokenDigest: cartDigest(token) } } });
  expect(Object.fromEntries(lines.map(({ variantId, quantity }) => [variantId, quantity]))).toEqual({ [a]: 2, [b]: 1 });
});
