import type { NextAuthOptions } from 'next-auth';

import { env } from '@/lib/core/env';

import { sessionSeconds } from './cookies';

/** next-auth, for OAuth providers; e-mail and password sign in through `members/actions`. */
export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/en/sign-in', error: '/en/sign-in' },
  providers: [],
};
