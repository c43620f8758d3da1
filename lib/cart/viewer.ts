import { memberId, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Viewer } from '@/lib/core/viewer';

import { countCart } from './queries/count-cart';
import { cartTokenIn } from './token';

declare module '@/lib/core/viewer' {
  interface Viewer {
    /** How many pieces are in the reader's cart. */
    cart?: number;
  }
}

/** How much is in the cart of whoever reads; a guest without a cart costs no statement. */
export async function cartPart(actor: Actor, cookies: string | undefined): Promise<Partial<Viewer>> {
  const token = cartTokenIn(cookies);
  if (!token && !memberId(actor)) return {};
  return { cart: await countCart(reading(actor), { token }) };
}
