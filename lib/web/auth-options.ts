import type { NextAuthOptions, Profile } from 'next-auth';
import GithubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';

import { asEmail } from '@/lib/core/email';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import type { ProviderProfile } from '@/lib/members/commands';
import { signInWithProvider } from '@/lib/members/sign-in-with-provider';

import { sessionSeconds } from '@/lib/server/cookies';
import { githubProfile } from './github-profile';
import { idsOf, isWechat, nameOf, wechatProviders, type WechatProfile, type WechatWay } from './wechat';

type Said = Profile & { email_verified?: boolean; login?: string };

/** next-auth, for OAuth providers; e-mail and password sign in through `members/actions`. */
export const authOptions: NextAuthOptions = {
  secret: env.AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/en/sign-in', error: '/en/sign-in' },
  providers: providers(),
  callbacks: {
    async signIn({ user, account, profile }) {
      if (!account || account.type !== 'oauth') return false;
      try {
        const proved = await signInWithProvider(
          isWechat(account.provider)
            ? ofWechat(account.provider, profile as WechatProfile)
            : ofAddress(account, (profile ?? {}) as Said, user.name),
        );
        Object.assign(user, { millet: proved });
        return true;
      } catch (error) {
        if (!(error instanceof Refused))
          log.error({ err: error, provider: account.provider }, 'sign-in by provider failed');
        return `/en/sign-in?error=${error instanceof Refused ? error.code : 'failed'}`;
      }
    },
    // The claims that lib/server/token opens: the member and the session's version.
    jwt({ token, user }) {
      const proved = (user as { millet?: { memberId: string; version: number } } | undefined)?.millet;
      return proved ? { sub: proved.memberId, v: proved.version } : { sub: token.sub, v: token.v };
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
};

type Account = { provider: string; providerAccountId: string };

function ofAddress({ provider, providerAccountId }: Account, said: Said, shown?: string | null): ProviderProfile {
  const { email, email_verified, name, login } = said;
  return {
    provider,
    providerIds: [providerAccountId],
    verifiedEmail: email && email_verified === true ? asEmail(email) : null,
    name: name ?? shown ?? '',
    login: login ?? '',
  };
}

// WeChat has no addresses: its own ids are all that it vouches for.
function ofWechat(way: WechatWay, said: WechatProfile): ProviderProfile {
  const person = { providerIds: idsOf(way, said), name: nameOf(said), login: '' };
  return { ...person, provider: 'wechat', verifiedEmail: null, withoutAddress: true, locale: 'zh' };
}

function providers(): NextAuthOptions['providers'] {
  const list: NextAuthOptions['providers'] = [];
  if (env.GITHUB_CLIENT_ID && env.GITHUB_CLIENT_SECRET) {
    list.push(
      GithubProvider({
        clientId: env.GITHUB_CLIENT_ID,
        clientSecret: env.GITHUB_CLIENT_SECRET,
        userinfo: {
          url: 'https://api.github.com/user',
          request: async ({ tokens }) => githubProfile(tokens.access_token ?? ''),
        },
      }),
    );
  }
  if (env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET) {
    list.push(GoogleProvider({ clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET }));
  }
  return [...list, ...wechatProviders()];
}
