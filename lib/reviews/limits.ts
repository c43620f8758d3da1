import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  write: { name: 'write-review', count: 20, seconds: 3600 },
  vote: { name: 'vote-review', count: 120, seconds: 60 },
  ask: { name: 'ask-owners', count: 10, seconds: 86_400 },
  answer: { name: 'answer-shopper', count: 30, seconds: 3600 },
  report: { name: 'report-review', count: 20, seconds: 3600 },
} as const satisfies Record<string, Limit>;
