import type { Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { clock } from '@/lib/core/time';
import { changeCart } from '@/lib/cart/commands';
import { mostCartPieces } from '@/lib/cart/limits';
import type { AskedOrder } from '@/lib/orders/asked-order';
import { listBought } from '@/lib/orders/cart-orders';
import { requireOwn } from '@/lib/orders/queries';
import { ownOrderSchema } from '@/lib/orders/schema';

/** The order that is bought again. */
export const buyAgainInput = ownOrderSchema;

// What keeps a line out of a cart that others may still come into.
const leftOut = new Set(['not-sold', 'shop-sold-out', 'most-pieces', 'cart-full']);

/**
 * Puts what an order bought into its buyer's cart, or a guest's of this browser, as far as the shop sells it now; answers how many lines were left
 * out. Each line is a change of its own. Refuses not-found for the order of somebody else, and nothing-sold where nothing could be put in.
 */
export async function buyAgain(
  actor: Actor,
  asked: AskedOrder,
  { token, now = clock() }: { token: string | null; now?: Date },
): Promise<{ left: number }> {
  const order = await requireOwn({ db, actor }, asked);
  const bought = await listBought({ db }, { orderId: order.id });
  let left = 0;
  for (const { variantId, quantity } of bought) {
    const line = { token, variantId, quantity: Math.min(quantity, mostCartPieces), add: true };
    await changeCart({ db, actor, now }, line).catch((error: unknown) => {
      if (!(error instanceof Refused) || !leftOut.has(error.code)) throw error;
      left += 1;
    });
  }
  if (left === bought.length) throw new Refused('nothing-sold', 'The shop sells none of it');
  return { left };
}
