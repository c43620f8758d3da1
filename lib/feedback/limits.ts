import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = { vote: { name: 'vote-idea', count: 120, seconds: 60 } } as const satisfies Record<string, Limit>;
