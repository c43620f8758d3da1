import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = { report: { name: 'report', count: 20, seconds: 3600 } } as const satisfies Record<string, Limit>;
