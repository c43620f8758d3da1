import type { Limit } from '@/lib/core/limits';

/** How many lines a cart has at most. */
export const mostCartLines = 50;

/** How many pieces of one variant a cart takes. */
export const mostCartPieces = 20;

export const limits = {
  /** By cart. */
  change: { name: 'cart-change', count: 600, seconds: 600 },
  /** By network: each makes a row that stays for weeks. */
  begin: { name: 'cart-begin', count: 120, seconds: 3600 },
} as const satisfies Record<string, Limit>;
