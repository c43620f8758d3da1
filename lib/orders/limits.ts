import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  checkout: { name: 'checkout', count: 20, seconds: 600 },
  checkPayments: { name: 'check-payments', count: 20, seconds: 600 },
} as const satisfies Record<string, Limit>;
