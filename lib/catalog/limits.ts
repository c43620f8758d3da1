import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = { upload: { name: 'upload', count: 30, seconds: 600 } } as const satisfies Record<string, Limit>;
