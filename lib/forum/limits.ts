import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  startThread: { name: 'start-thread', count: 10, seconds: 600 },
  reply: { name: 'reply', count: 20, seconds: 300 },
  vote: { name: 'vote', count: 120, seconds: 60 },
  preview: { name: 'preview', count: 120, seconds: 60 },
} as const satisfies Record<string, Limit>;
