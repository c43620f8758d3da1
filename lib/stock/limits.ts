import type { Limit } from '@/lib/core/limits';

/** For how many variants one member waits at most. */
export const mostWaitedFor = 100;

/** How many times in how many seconds. */
export const limits = { backInStock: { name: 'back-in-stock', count: 60, seconds: 3600 } } as const satisfies Record<
  string,
  Limit
>;
