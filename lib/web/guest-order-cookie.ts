import { cookies } from 'next/headers';

import { guestKeys } from '@/lib/orders/guest-key';
import { guestOrderCookie, guestOrderCookieOptions } from '@/lib/orders/guest-cookie';

/** Has this browser keep the key of the order that a guest has placed last. Only inside an action or a route handler. */
export async function keepGuestOrder(key: string): Promise<void> {
  (await cookies()).set(guestOrderCookie, key, guestOrderCookieOptions);
}

/** The key of the order that a guest has placed last in this browser; null where there is none. */
export async function keptGuestOrder(): Promise<string | null> {
  const key = (await cookies()).get(guestOrderCookie)?.value;
  return key !== undefined && guestKeys.read(key) !== null ? key : null;
}
