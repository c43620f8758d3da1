import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  signIn: { name: 'sign-in', count: 10, seconds: 600 },
  signInAccount: { name: 'sign-in-account', count: 100, seconds: 600 },
  signInKnown: { name: 'sign-in-known', count: 100, seconds: 600 },
  signInAddress: { name: 'sign-in-address', count: 60, seconds: 600 },
  signUp: { name: 'sign-up', count: 30, seconds: 3600 },
  code: { name: 'code', count: 5, seconds: 900 },
  codeNetworkDay: { name: 'code-network-day', count: 10, seconds: 86_400 },
  invite: { name: 'invite', count: 60, seconds: 3600 },
  factor: { name: 'factor', count: 10, seconds: 600 },
  passkeyAsk: { name: 'passkey-ask', count: 30, seconds: 600 },
  factorDay: { name: 'factor-day', count: 60, seconds: 86_400 },
  factorKnownDay: { name: 'factor-known-day', count: 60, seconds: 86_400 },
  codeKnownDay: { name: 'code-known-day', count: 20, seconds: 86_400 },
  codeDay: { name: 'code-day', count: 40, seconds: 86_400 },
} as const satisfies Record<string, Limit>;
