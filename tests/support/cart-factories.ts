import type { Actor, SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { changeCart } from '@/lib/cart/commands';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';
import type { Placed } from '@/lib/flows/orders/place-order';
import type { PlaceCartOrder } from '@/lib/orders/schema';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';

import { address } from './addresses';
import { makeFans } from './drop-factories';
import { runJobs } from './order-factories';
import { makeStock } from './stock-factories';

/** Variants that the shop sells, with so many units of each open. */
export async function makeShop(...units: number[]) {
  const stock = await makeStock([units]);
  await db.stockedVariant.updateMany({ where: { id: { in: stock.variantIds } }, data: { inShop: true } });
  await db.product.updateMany({
    where: { variants: { some: { id: { in: stock.variantIds } } } },
    data: { status: 'ACTIVE' },
  });
  return stock;
}

/** Puts pieces into somebody's cart. */
export const put = (actor: Actor, variantId: string, quantity = 1, token: string | null = null) =>
  changeCart({ db, actor, now: clock() }, { token, variantId, quantity, add: true });

/** Says how many pieces are wanted. */
export const set = (actor: Actor, variantId: string, quantity: number, token: string | null = null) =>
  changeCart({ db, actor, now: clock() }, { token, variantId, quantity, add: false });

/** What a buyer fills in to order their cart as it stands. */
export async function cartOrderFor(buyer: SignedIn, more: Partial<PlaceCartOrder> = {}): Promise<PlaceCartOrder> {
  const cart = await db.cart.findUniqueOrThrow({ where: { memberId: buyer.id }, select: { id: true, version: true } });
  return { ...address, locale: 'en', cartId: cart.id, version: cart.version, ...more };
}

export type CartOrdered = { buyer: SignedIn; placed: Placed; orderId: string; sessionId: string };

/** A buyer with an order of the shop that waits for its payment, of so many pieces of each variant. */
export async function makeCartOrder(bought: [variantId: string, pieces: number][]): Promise<CartOrdered> {
  const buyer = (await makeFans(1))[0]!;
  for (const [variantId, pieces] of bought) await put(buyer, variantId, pieces);
  const placed = await placeCartOrder(buyer, await cartOrderFor(buyer));
  const { id } = await db.order.findUniqueOrThrow({ where: { number: placed.number }, select: { id: true } });
  return { buyer, placed, orderId: id, sessionId: placed.payUrl!.split('/').at(-1)! };
}

/** The same, paid, with each of its lines by its variant. */
export async function makePaidCartOrder(bought: [variantId: string, pieces: number][]) {
  const order = await makeCartOrder(bought);
  await payDemo(order.sessionId, 'success');
  await runJobs();
  const lines = await db.orderLine.findMany({ where: { orderId: order.orderId } });
  const lineOf = (variantId: string) => lines.find((line) => line.variantId === variantId)!;
  return { ...order, number: order.placed.number, lineOf };
}

/** What is in a member's cart: pieces by variant. */
export async function inCart(buyer: SignedIn): Promise<Record<string, number>> {
  const lines = await db.cartLine.findMany({ where: { cart: { memberId: buyer.id } } });
  return Object.fromEntries(lines.map(({ variantId, quantity }) => [variantId, quantity]));
}
