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
  // Each message to a phone costs money: these bound what a network, a number, a range of numbers and a known browser may cost.
  phoneNetwork: { name: 'phone-network', count: 30, seconds: 3600 },
  phoneNetworkDay: { name: 'phone-network-day', count: 120, seconds: 86_400 },
  phonePace: { name: 'phone-pace', count: 1, seconds: 60 },
  phoneCode: { name: 'phone-code', count: 5, seconds: 3600 },
  phoneDay: { name: 'phone-day', count: 15, seconds: 86_400 },
  phoneRangeDay: { name: 'phone-range-day', count: 30, seconds: 86_400 },
  phoneDevice: { name: 'phone-device', count: 5, seconds: 3600 },
  phoneDeviceDay: { name: 'phone-device-day', count: 15, seconds: 86_400 },
  phoneKnownDay: { name: 'phone-known-browsers-day', count: 15, seconds: 86_400 },
  phoneWork: { name: 'phone-work', count: 1, seconds: 1800 },
  phoneWorkAsk: { name: 'phone-work-ask', count: 300, seconds: 3600 },
  phoneTest: { name: 'phone-test', count: 5, seconds: 3600 },
  phoneCheck: { name: 'phone-check', count: 30, seconds: 3600 },
} as const satisfies Record<string, Limit>;
