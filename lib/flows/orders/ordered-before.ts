import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import type { Raw } from '@/lib/core/raw';
import type { CartOrder } from '@/lib/orders/cart-orders';
import { beginPayment } from '@/lib/orders/commands';
import { goesElsewhere } from '@/lib/orders/commands/change-address';
import { isTotal } from '@/lib/orders/priced';

import type { Wish } from './cart-wish';

/**
 * What is to be paid for an order that a cart became before: the payment of an unpaid one. Its buyer may have come back from the payment page and typed
 * another address, to send it to or to be written to: that would be ignored silently, and a guest's mail, which says where they live, would go to the
 * one with the slip of the pen. Refuses cart-ordered (number).
 */
export async function orderedBefore(
  ctx: Ctx<Raw>,
  order: CartOrder,
  { buyer, input: { shown, shownCurrency, ...address } }: Wish,
): Promise<{ paymentId: string | null }> {
  const { number, state, heldUntil } = order;
  const isOther = shown !== undefined && !isTotal({ minor: shown, currency: shownCurrency }, order);
  const isWritten = 'memberId' in buyer || order.guestEmail === buyer.email;
  if (state !== 'CANCELLED' && (isOther || !isWritten || goesElsewhere(order, address)))
    throw new Refused('cart-ordered', 'It is an order to another address or of another total', { values: { number } });
  if (state !== 'PENDING' || heldUntil <= ctx.now) return { paymentId: null };
  return { paymentId: await beginPayment(ctx, order) };
}
