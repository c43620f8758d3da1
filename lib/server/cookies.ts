import { env } from '@/lib/core/env';

const secure = env.PUBLIC_URL.startsWith('https://');

/** Name of the session cookie; the one next-auth uses, so that either may write it. */
export const sessionCookie = secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

/** How long a session lasts, in seconds. */
export const sessionSeconds = 30 * 24 * 3600;

/** How the session cookie is kept: out of reach of scripts and of other sites' posts. */
export const sessionCookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
  maxAge: sessionSeconds,
} as const;
