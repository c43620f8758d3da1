import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import type { Raw } from '@/lib/core/raw';

import type { CartOrder } from '../cart-orders';
import { isOtherCompany } from '../company';
import { isTotal } from '../priced';
import type { PlaceCartOrder } from '../schema';
import { beginPayment } from './begin-payment';
import { goesElsewhere } from './change-address';

/** An order of a cart that is asked for once more, and where a guest who asks is written to. */
type AskedAgain = PlaceCartOrder & { guestEmail: string | null };

/**
 * What is to be paid for an order that a cart became before: the payment of an unpaid one. Its buyer may have come back from the payment page and typed
 * another address, to send it to or to be written to: that would be ignored silently, and a guest's mail, which says where they live, would go to the
 * one with the slip of the pen. Refuses cart-ordered (number).
 */
export async function orderedBefore(
  ctx: Ctx<Raw>,
  order: CartOrder,
  { shown, shownCurrency, guestEmail, ...address }: AskedAgain,
): Promise<{ paymentId: string | null }> {
  const { number, state, heldUntil } = order;
  const isOther = shown !== undefined && !isTotal({ minor: shown, currency: shownCurrency }, order);
  const isWritten = guestEmail === null || order.guestEmail === guestEmail;
  if (
    state !== 'CANCELLED' &&
    (isOther || !isWritten || goesElsewhere(order, address) || isOtherCompany(order, address))
  )
    throw new Refused('cart-ordered', 'It is an order to another address, for another company or of another total', {
      values: { number },
    });
  if (state !== 'PENDING' || heldUntil <= ctx.now) return { paymentId: null };
  return { paymentId: await beginPayment(ctx, order) };
}
