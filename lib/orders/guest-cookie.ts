import { env } from '@/lib/core/env';

/** Name of the cookie that keeps the key of the order that a guest has placed last. */
export const guestOrderCookie = 'millet-order';

/** How the cookie is kept: thirty days, out of reach of scripts and of other sites' posts. */
export const guestOrderCookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: env.PUBLIC_URL.startsWith('https://'),
  maxAge: 30 * 24 * 3600,
} as const;

/** The header that sets it, for answers before Next. */
export function guestOrderCookieHeader(key: string): string {
  const { maxAge, secure } = guestOrderCookieOptions;
  return `${guestOrderCookie}=${key}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
