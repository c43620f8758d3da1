import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds: by key, and for keys that are none by the network that they come from. */
export const limits = {
  read: { name: 'api-read', count: 300, seconds: 60 },
  write: { name: 'api-write', count: 60, seconds: 60 },
  wrongKey: { name: 'api-wrong-key', count: 60, seconds: 600 },
  makeKey: { name: 'api-make-key', count: 20, seconds: 3_600 },
} as const satisfies Record<string, Limit>;
