import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  picture: { name: 'brand-picture', count: 30, seconds: 3600 },
  oldSite: { name: 'brand-old-site', count: 20, seconds: 3600 },
} as const satisfies Record<string, Limit>;
