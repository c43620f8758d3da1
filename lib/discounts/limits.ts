import type { Limit } from '@/lib/core/limits';

export const limits = {
  /** Wrong codes: they are tried out by nobody, and who mistypes theirs a few times is heard. */
  tryCode: { name: 'try-discount-code', count: 20, seconds: 600 },
  /** The same from one network, whoever signs in there: accounts are had for nothing. */
  tryFrom: { name: 'try-code-from', count: 60, seconds: 600 },
} as const satisfies Record<string, Limit>;

/** So many discounts run or are planned at most: each cart is reckoned with all of those without a code. */
export const mostLive = 100;
