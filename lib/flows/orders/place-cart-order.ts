import { memberId, type Actor } from '@/lib/core/actor';
import type { Options } from '@/lib/core/context';
import { batchedOrNull } from '@/lib/core/batch-or-each';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { spendTogether } from '@/lib/core/spend-together';
import { clock } from '@/lib/core/time';
import { noteHad } from '@/lib/cart/commands';
import { DiscountHad } from '@/lib/discounts/discount-had';
import { keepAddressOf } from '@/lib/orders/keep-address-of';
import { limits } from '@/lib/orders/limits';
import type { PlaceCartOrder } from '@/lib/orders/schema';
import { spendAsGuest } from '@/lib/orders/spend-as-guest';

import { openPage } from './open-page';
import { orderCarts } from './order-carts';
import type { Buyer, Ended, Ordered, Wish } from './see-carts';
import type { Placed } from './place-order';

/** What a guest orders from: the token of the cart that their browser keeps, and their network. */
export type GuestBrowser = { token: string | null; network: string };

/** An order of a cart; `key` opens its page for a guest. */
export type PlacedCart = Placed & { key: string | null };

/**
 * Orders one version of a member's or a guest's cart, holds its stock and opens its payment page. The same version sent again, by a double click,
 * a second tab or after a lost answer, is the same order and payment; with another address or total it is refused. A guest says where to be
 * written to; the order is of a member without an account. Orders of one moment are written together. Refuses cart-changed, cart-apart, cart-short,
 * cart-ordered (number), orders-waiting (most), no-shipping, total-changed, discount-gone and discount-once (a discount was used up meanwhile, or its
 * buyer had it), and required where a guest gives no address.
 */
export async function placeCartOrder(
  actor: Actor,
  input: PlaceCartOrder,
  options: Options & { browser?: GuestBrowser } = {},
): Promise<PlacedCart> {
  const buyer = buyerIn(actor, input, options.browser);
  await spendFor(buyer, options.now);
  const wish = { buyer, input };
  const ended =
    (options.now ? null : await orderInTurn(wish)) ??
    (await orderAlone(wish, options.now ?? clock()).catch((error: unknown) => noteRefusal(error, input)));
  const { number, paymentId, key } = orderedOf(ended);
  await keepAddressOf(actor, input, options);
  return { number, key, payUrl: paymentId ? await openPage(paymentId, options) : null };
}

// A refusal is an answer like any other, and fails no neighbour.
const orderInTurn = batchedOrNull((wishes: Wish[]) => orderCarts(wishes, clock()));

const orderAlone = async (wish: Wish, now: Date): Promise<Ended> => (await orderCarts([wish], now))[0]!;

// Who a guest is their cart does not know before they order: what they had before is not given in it from then on, so that they can order without it.
async function noteRefusal(error: unknown, { cartId }: PlaceCartOrder): Promise<never> {
  if (error instanceof DiscountHad) await noteHad({ db }, { cartId, discountId: error.discountId });
  throw error;
}

function orderedOf(ended: Ended): Ordered {
  if (ended instanceof Refused) throw ended;
  return ended;
}

function buyerIn(actor: Actor, { email }: PlaceCartOrder, browser?: GuestBrowser): Buyer {
  const id = memberId(actor);
  if (id !== null) return { memberId: id };
  if (!browser?.token) throw new Refused('cart-changed', 'A guest without a cart');
  if (!email) throw new Refused('required', 'A guest says where to be written to', { field: 'email' });
  return { token: browser.token, network: browser.network, email };
}

// In a commit of its own, so that a refused order does not give the try back.
async function spendFor(buyer: Buyer, now: Date | undefined): Promise<void> {
  if (!('memberId' in buyer)) return spendAsGuest(db, { ...buyer, now: now ?? clock() });
  if (now) return spend(db, limits.checkout, buyer.memberId, now);
  return spendTogether(limits.checkout, buyer.memberId);
}
