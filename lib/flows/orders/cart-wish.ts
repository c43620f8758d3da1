import type { Refused } from '@/lib/core/errors';
import type { PlaceCartOrder } from '@/lib/orders/schema';

/** Who orders: a member, or a guest by the token of the cart that their browser keeps. */
export type Buyer = { memberId: string } | { token: string; network: string; email: string };

/** A cart that somebody wants to order. */
export type Wish = { buyer: Buyer; input: PlaceCartOrder };

/** An order of a cart with the payment to be made for it, if any; `key` opens its page for a guest. */
export type Ordered = { number: string; paymentId: string | null; key: string | null };
export type Ended = Ordered | Refused;
