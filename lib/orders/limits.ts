import type { Limit } from '@/lib/core/limits';

/** How many lines an order has at most. */
export const mostLines = 50;

/** How many pieces a line has at most. */
export const mostPieces = 99;

/** How many times in how many seconds. */
export const limits = {
  checkout: { name: 'checkout', count: 20, seconds: 600 },
  /** By order: each correction mails its buyer. */
  correctTracking: { name: 'correct-tracking', count: 20, seconds: 86_400 },
  checkPayments: { name: 'check-payments', count: 20, seconds: 600 },
} as const satisfies Record<string, Limit>;
