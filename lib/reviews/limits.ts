import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  write: { name: 'write-review', count: 20, seconds: 3600 },
  vote: { name: 'vote-review', count: 120, seconds: 60 },
  ask: { name: 'ask-owners', count: 10, seconds: 86_400 },
  answer: { name: 'answer-shopper', count: 30, seconds: 3600 },
  /** To one question, by one member: a page shows the first 50 things that were said to it, and each is told to somebody. */
  sayToOne: { name: 'answer-one', count: 5, seconds: 86_400 },
  report: { name: 'report-review', count: 20, seconds: 3600 },
} as const satisfies Record<string, Limit>;
