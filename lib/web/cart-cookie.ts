import { cookies } from 'next/headers';

import { cartCookie, cartCookieOptions, isCartToken } from '@/lib/cart/token';

/** The token of the guest's cart that this browser keeps. */
export async function keptCartToken(): Promise<string | null> {
  const value = (await cookies()).get(cartCookie)?.value;
  return isCartToken(value) ? value : null;
}

/** Has this browser keep a guest's cart. Only inside an action or a route handler. */
export async function keepCartToken(token: string): Promise<void> {
  (await cookies()).set(cartCookie, token, cartCookieOptions);
}
