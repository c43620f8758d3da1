import { memberId, type Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { readMarket } from '@/lib/core/current-market';
import { db } from '@/lib/core/db';
import { allow, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import type { StoredMarket } from '@/lib/core/market';
import { clock } from '@/lib/core/time';
import { emptyCart, lockCart } from '@/lib/cart/commands';
import { listLines, type CartLineView } from '@/lib/cart/queries';
import { together } from '@/lib/cart/choices/together';
import { orderOfCart, type CartOrder } from '@/lib/orders/cart-orders';
import { beginPayment, writeCartOrder } from '@/lib/orders/commands';
import { limits } from '@/lib/orders/limits';
import { titleOf } from '@/lib/orders/line-title';
import type { PlaceCartOrder } from '@/lib/orders/schema';
import type { WrittenCartOrder } from '@/lib/orders/commands/write-cart-order';
import { gatewayForNew } from '@/lib/outside/payments';
import { holdStock } from '@/lib/stock/commands';

import { openSession } from './open-session';
import type { Written } from './place-batched';
import type { Placed } from './place-order';

/**
 * Orders one version of the actor's cart, holds its stock and opens its payment page. The same version sent again, by a double click, a second tab
 * or after a lost answer, is the same order and payment. Refuses cart-changed, cart-apart, cart-short, no-shipping and total-changed.
 */
export async function placeCartOrder(actor: Actor, input: PlaceCartOrder, options: Options = {}): Promise<Placed> {
  const buyer = memberId(actor) ?? '';
  allow(buyer !== '', 'signed-out');
  await spend(db, limits.checkout, buyer, options.now ?? clock());
  const market = await readMarket();
  const { number, paymentId } = await inTransaction(actor, (ctx) => orderCart(ctx, buyer, input, market), options);
  return { number, payUrl: paymentId ? await openSession(paymentId, options) : null };
}

// Under the lock of the cart: who puts something in meanwhile waits, and finds the cart empty.
async function orderCart(ctx: Ctx, buyer: string, input: PlaceCartOrder, market: StoredMarket): Promise<Written> {
  const { cartId, version, locale, shown, shownCurrency, ...address } = input;
  const cart = await lockCart(ctx, { memberId: buyer });
  const known = await orderOfCart(ctx, { cartId, version, memberId: buyer });
  if (known) return again(ctx, known);
  if (cart?.id !== cartId || cart.version !== version || cart.lines.length === 0)
    throw new Refused('cart-changed', 'The cart is not the one that was shown');
  const lines = await listLines(ctx, { cartId });
  const goods = soldTogether(lines, cart.lines.length);
  const order = await writeCartOrder(ctx, {
    ...{ memberId: buyer, cart, goods, address, market, locale, provider: gatewayForNew() },
    shown: shown === undefined ? undefined : { minor: shown, currency: shownCurrency },
    lines: lines.map(({ variantId, quantity, goods: { priceMinor, title, product } }) => ({
      ...{ variantId, quantity, priceMinor, title: titleOf(product.title, title) },
    })),
  });
  await holdAll(ctx, order);
  await emptyCart(ctx, { cartId });
  return order;
}

async function holdAll(ctx: Ctx, { orderId, lines, heldUntil }: WrittenCartOrder): Promise<void> {
  await holdStock(ctx, { orderId, lines, until: heldUntil }).catch((error: unknown) => {
    if (error instanceof Refused && error.code === 'out-of-stock') throw new Refused('cart-short', error.message);
    throw error;
  });
}

function soldTogether(lines: CartLineView[], count: number) {
  // What is short of stock is refused by who holds it, who alone knows.
  if (lines.length < count || lines.some(({ problem }) => problem === 'gone'))
    throw new Refused('cart-changed', 'Something in the cart is sold no more');
  const goods = together(lines);
  if (!goods) throw new Refused('cart-apart', 'Its lines are not priced alike');
  return goods;
}

async function again(ctx: Ctx, order: CartOrder): Promise<Written> {
  const { number, state, heldUntil } = order;
  if (state !== 'PENDING' || heldUntil <= ctx.now) return { number, paymentId: null };
  return { number, paymentId: await beginPayment(ctx, order, gatewayForNew()) };
}
