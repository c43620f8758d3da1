import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  /** Serials that one network asks for on the public pages. */
  check: { name: 'recall-check', count: 30, seconds: 3_600 },
} as const satisfies Record<string, Limit>;
