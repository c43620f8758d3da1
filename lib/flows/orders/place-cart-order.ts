import { memberId, system, type Actor } from '@/lib/core/actor';
import { inRawTransaction, type Ctx, type Options, type Reading } from '@/lib/core/context';
import { readMarket } from '@/lib/core/current-market';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import type { Locale } from '@/lib/core/locale';
import type { StoredMarket } from '@/lib/core/market';
import type { Raw } from '@/lib/core/raw';
import { clock } from '@/lib/core/time';
import { emptyCart, lockCart, noteHad } from '@/lib/cart/commands';
import { readCart, type CartLineView, type CartView } from '@/lib/cart/queries';
import { together } from '@/lib/cart/choices/together';
import type { Given } from '@/lib/discounts/choices/apply';
import { useDiscounts } from '@/lib/discounts/commands';
import { DiscountHad } from '@/lib/discounts/discount-had';
import { discountCart, type LiveRule } from '@/lib/discounts/queries';
import { countWaiting, lockOrderOfCart, type CartOrder } from '@/lib/orders/cart-orders';
import { beginPayment, writeCartOrder } from '@/lib/orders/commands';
import { goesElsewhere } from '@/lib/orders/commands/change-address';
import { buyerOf } from '@/lib/members/commands';
import { guestKeys } from '@/lib/orders/guest-key';
import { limits, mostWaiting } from '@/lib/orders/limits';
import { titleOf } from '@/lib/orders/line-title';
import { isTotal } from '@/lib/orders/priced';
import type { PlaceCartOrder } from '@/lib/orders/schema';
import { spendAsGuest } from '@/lib/orders/spend-as-guest';
import type { WrittenCartOrder } from '@/lib/orders/commands/write-cart-order';
import { holdStock } from '@/lib/stock/commands';

import { openPage } from './open-page';
import type { Written } from './place-batched';
import type { Placed } from './place-order';

/** What a guest orders from: the token of the cart that their browser keeps, and their network. */
export type GuestBrowser = { token: string | null; network: string };

/** An order of a cart; `key` opens its page for a guest. */
export type PlacedCart = Placed & { key: string | null };

/**
 * Orders one version of a member's or a guest's cart, holds its stock and opens its payment page. The same version sent again, by a double click,
 * a second tab or after a lost answer, is the same order and payment; with another address or total it is refused. A guest says where to be
 * written to; the order is of a member without an account. Refuses cart-changed, cart-apart, cart-short, cart-ordered (number), orders-waiting
 * (most), no-shipping, total-changed, discount-gone and discount-once (a discount was used up meanwhile, or its buyer had it), and required where a
 * guest gives no address.
 */
export async function placeCartOrder(
  actor: Actor,
  input: PlaceCartOrder,
  options: Options & { browser?: GuestBrowser } = {},
): Promise<PlacedCart> {
  const [buyer, now] = [buyerIn(actor, input, options.browser), options.now ?? clock()];
  if ('memberId' in buyer) await spend(db, limits.checkout, buyer.memberId, now);
  else await spendAsGuest(db, { ...buyer, now });
  const [by, market] = ['memberId' in buyer ? actor : system, await readMarket()];
  const cart = await seeCart(actor, input, { browser: options.browser, now });
  const seen = cart && { ...cart, given: await discountsOf({ db, actor: by, now }, cart) };
  const { number, paymentId, key } = await inRawTransaction(
    by,
    (ctx) => orderCart(ctx, buyer, input, { market, seen }),
    options,
  ).catch((error: unknown) => noteRefusal(error, input));
  return { number, key, payUrl: paymentId ? await openPage(paymentId, options) : null };
}

// Who a guest is their cart does not know before they order: what they had before is not given in it from then on, so that they can order without it.
async function noteRefusal(error: unknown, { cartId }: PlaceCartOrder): Promise<never> {
  if (error instanceof DiscountHad) await noteHad({ db }, { cartId, discountId: error.discountId });
  throw error;
}

type Buyer = { memberId: string } | { token: string; network: string; email: string };

function buyerIn(actor: Actor, { email }: PlaceCartOrder, browser?: GuestBrowser): Buyer {
  const id = memberId(actor);
  if (id !== null) return { memberId: id };
  if (!browser?.token) throw new Refused('cart-changed', 'A guest without a cart');
  if (!email) throw new Refused('required', 'A guest says where to be written to', { field: 'email' });
  return { token: browser.token, network: browser.network, email };
}

// What is ordered and what it costs is read before the cart is held: a version of a cart has the same lines whenever it is read, and versions only grow.
// Of many who want what is short most are refused here, where they wait for nobody.
async function seeCart(
  actor: Actor,
  { cartId, version }: PlaceCartOrder,
  { browser, now }: { browser?: GuestBrowser; now: Date },
): Promise<CartView | null> {
  const read = () => readCart({ db, actor, now }, { token: browser?.token ?? null });
  const seen = await read();
  if (!isAsShown(seen, cartId, version) || !isShort(seen)) return seen;
  // The stock may have gone to the order of this very cart, which then has another version by now: that order is the answer.
  const after = await read();
  if (isAsShown(after, cartId, version) && isShort(after))
    throw new Refused('cart-short', 'Less is left than the cart has');
  return after;
}

// What is used up meanwhile is refused when it is used.
async function discountsOf(read: Reading, { code, had, lines }: CartView): Promise<Given<LiveRule>[]> {
  const goods = together(lines);
  return goods ? (await discountCart(read, { code, had, lines, currency: goods.currency })).given : [];
}

type SeenCart = CartView & { given: Given<LiveRule>[] };

const isAsShown = <C extends CartView>(cart: C | null, cartId: string, version: number): cart is C =>
  cart?.id === cartId && cart.version === version;

const isShort = ({ lines }: CartView): boolean =>
  lines.every(({ problem }) => problem !== 'gone') && lines.some(({ problem }) => problem !== null);

// Under the lock of the cart: who puts something in meanwhile waits, and finds the cart empty.
async function orderCart(
  ctx: Ctx<Raw>,
  buyer: Buyer,
  input: PlaceCartOrder,
  { market, seen }: { market: StoredMarket; seen: SeenCart | null },
): Promise<Written & { key: string | null }> {
  const { cartId, version, locale, shown, shownCurrency, email: _, ...address } = input;
  const cart = await lockCart(ctx, 'memberId' in buyer ? { memberId: buyer.memberId } : { token: buyer.token });
  // A guest's order is found by the cart of their own browser alone.
  const mayKnow = 'memberId' in buyer || cart?.id === cartId;
  const by = 'memberId' in buyer ? buyer.memberId : null;
  const known = mayKnow ? await lockOrderOfCart(ctx, { cartId, version, memberId: by }) : null;
  if (known) return { ...(await again(ctx, known, buyer, input)), key: keyOf(known.id, buyer) };
  if (cart?.id !== cartId || cart.version !== version || !isAsShown(seen, cartId, version) || cart.lines.length === 0)
    throw new Refused('cart-changed', 'The cart is not the one that was shown');
  if ((await countWaiting(ctx, 'memberId' in buyer ? buyer : { guestEmail: buyer.email })) >= mostWaiting)
    throw new Refused('orders-waiting', 'Other orders hold stock unpaid', { values: { most: mostWaiting } });
  const { lines, given } = seen;
  const goods = soldTogether(lines, cart.lines.length);
  const who = await whoBuys(ctx, buyer, { name: address.name, locale });
  const order = await writeCartOrder(ctx, {
    ...{ ...who, cart, goods, address, market, locale, discounts: given.map(asGiven) },
    shown: shown === undefined ? undefined : { minor: shown, currency: shownCurrency },
    lines: lines.map(({ variantId, quantity, goods: { priceMinor, title, product } }) => ({
      ...{ variantId, quantity, priceMinor, title: titleOf(product.title, title) },
    })),
  });
  await useDiscounts(ctx, { ...order, ...who, discounts: given.map(({ rule }) => rule) });
  await holdAll(ctx, order);
  await emptyCart(ctx, { cartId });
  return { ...order, key: keyOf(order.orderId, buyer) };
}

async function whoBuys(ctx: Ctx<Raw>, buyer: Buyer, { name, locale }: { name: string; locale: Locale }) {
  if ('memberId' in buyer) return { memberId: buyer.memberId, guestEmail: null };
  const { email } = buyer;
  return { memberId: await buyerOf(ctx, { email, name, locale }), guestEmail: email };
}

const asGiven = ({ rule: { id, title, titleZh, code, kind }, ...off }: Given<LiveRule>) => ({
  ...{ id, title, titleZh, code, ofShipping: kind === 'SHIPPING', ...off },
});

const keyOf = (orderId: string, buyer: Buyer) => ('memberId' in buyer ? null : guestKeys.make(orderId));

async function holdAll(ctx: Ctx<Raw>, { orderId, lines, heldUntil }: WrittenCartOrder): Promise<void> {
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

// Its buyer may have come back from the payment page and typed another address, to send it to or to be written to: that would be ignored silently,
// and a guest's mail, which says where they live, would go to the one with the slip of the pen.
async function again(
  ctx: Ctx<Raw>,
  order: CartOrder,
  buyer: Buyer,
  { shown, shownCurrency, ...address }: PlaceCartOrder,
): Promise<Written> {
  const { number, state, heldUntil } = order;
  const isOther = shown !== undefined && !isTotal({ minor: shown, currency: shownCurrency }, order);
  const isWritten = 'memberId' in buyer || order.guestEmail === buyer.email;
  if (state !== 'CANCELLED' && (isOther || !isWritten || goesElsewhere(order, address)))
    throw new Refused('cart-ordered', 'It is an order to another address or of another total', { values: { number } });
  if (state !== 'PENDING' || heldUntil <= ctx.now) return { number, paymentId: null };
  return { number, paymentId: await beginPayment(ctx, order) };
}
