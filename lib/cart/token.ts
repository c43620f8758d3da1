import { randomBytes } from 'node:crypto';

import { env } from '@/lib/core/env';
import { digestKey } from '@/lib/core/keys';

/** Name of the cookie that keeps a guest's cart. */
export const cartCookie = 'millet-cart';

/** How long a guest's cart is kept after its last change, in seconds. */
export const cartSeconds = 30 * 24 * 3600;

const key = digestKey('cart.guest');
const inHeader = new RegExp(`(?:^|;\\s*)${cartCookie}=([A-Za-z0-9_-]{43})(?=;|$)`);

/** The token of a guest's cart in a `cookie` header. */
export function cartTokenIn(header: string | undefined): string | null {
  return header === undefined ? null : (inHeader.exec(header)?.[1] ?? null);
}

/** Whether a cookie's value is a token. */
export const isCartToken = (value: string | undefined): value is string => /^[A-Za-z0-9_-]{43}$/.test(value ?? '');

/** A new token. */
export const newCartToken = (): string => randomBytes(32).toString('base64url');

/** What a row keeps of a token. */
export const cartDigest = (token: string): string => key.digest(token);

/** How the cookie is kept: out of reach of scripts and of other sites' posts. */
export const cartCookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: env.PUBLIC_URL.startsWith('https://'),
  maxAge: cartSeconds,
} as const;

/** The header that sets it, for answers before Next. */
export function cartCookieHeader(token: string): string {
  const secure = cartCookieOptions.secure ? '; Secure' : '';
  return `${cartCookie}=${token}; Path=/; Max-Age=${cartSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
