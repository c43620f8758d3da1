import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  /** Of one owner. */
  ask: { name: 'ask-repair', count: 20, seconds: 86_400 },
} as const satisfies Record<string, Limit>;
