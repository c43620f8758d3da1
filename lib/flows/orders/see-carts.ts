/** What carts are to be ordered for: read before they are held, by all who wait for nobody. */
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import type { PlaceCartOrder } from '@/lib/orders/schema';
import { readCarts, type CartView } from '@/lib/cart/queries';
import { together } from '@/lib/cart/choices/together';
import type { Given } from '@/lib/discounts/choices/apply';
import { discountCarts, type LiveRule } from '@/lib/discounts/queries';

/** Who orders: a member, or a guest by the token of the cart that their browser keeps. */
export type Buyer = { memberId: string } | { token: string; network: string; email: string };

/** A cart that somebody wants to order. */
export type Wish = { buyer: Buyer; input: PlaceCartOrder };

/** An order of a cart with the payment to be made for it, if any; `key` opens its page for a guest. */
export type Ordered = { number: string; paymentId: string | null; key: string | null };
export type Ended = Ordered | Refused;

/** A cart with what discounts take off it. */
export type SeenCart = CartView & { given: Given<LiveRule>[] };

/**
 * The carts that are to be ordered, with what discounts take off them; null where there is none, and a refusal where less is left than the cart has. A
 * version of a cart has the same lines whenever it is read, and versions only grow. Of many who want what is short most are refused here.
 */
export async function seeCarts(wishes: readonly Wish[], now: Date): Promise<(SeenCart | Refused | null)[]> {
  const carts = await read(wishes, now);
  // The stock may have gone to the order of this very cart, which then has another version by now: that order is the answer.
  const short = wishes.filter((wish, at) => isShort(carts[at]!, wish));
  const again = await read(short, now);
  const after = wishes.map((wish, at) => (short.includes(wish) ? again[short.indexOf(wish)]! : carts[at]!));
  const given = await discountsOf(wishes, after, now);
  return after.map((cart, at) => {
    if (isShort(cart, wishes[at]!)) return new Refused('cart-short', 'Less is left than the cart has');
    return cart && { ...cart, given: given[at]! };
  });
}

/** Whether it is the cart, in the version, that somebody was shown. */
export const isAsShown = <C extends Pick<CartView, 'id' | 'version'>>(
  cart: C | null,
  { input: { cartId, version } }: Wish,
): cart is C => cart?.id === cartId && cart.version === version;

const read = (wishes: readonly Wish[], now: Date): Promise<(CartView | null)[]> =>
  wishes.length === 0
    ? Promise.resolve([])
    : readCarts(
        { db, now },
        wishes.map(({ buyer }) => buyer),
      );

function isShort(cart: CartView | null, wish: Wish): boolean {
  if (!isAsShown(cart, wish)) return false;
  const { lines } = cart;
  return lines.every(({ problem }) => problem !== 'gone') && lines.some(({ problem }) => problem !== null);
}

// What is used up meanwhile is refused when it is used.
async function discountsOf(wishes: readonly Wish[], carts: readonly (CartView | null)[], now: Date) {
  const asked = carts.flatMap((cart, at) => {
    const goods = cart && together(cart.lines);
    const { buyer } = wishes[at]!;
    const { code, had, lines } = cart ?? { code: null, had: [], lines: [] };
    return goods
      ? [{ at, code, had, lines, currency: goods.currency, buyer: 'memberId' in buyer ? buyer.memberId : null }]
      : [];
  });
  const found = await discountCarts({ db, now }, asked);
  const given = new Map(asked.map(({ at }, place) => [at, found[place]!.given]));
  return carts.map((_, at) => given.get(at) ?? []);
}
