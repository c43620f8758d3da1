import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds: by network, by mailbox, and by all together, so that the table stays bounded. */
export const limits = {
  ask: { name: 'news', count: 20, seconds: 3600 },
  askMailbox: { name: 'news-mailbox', count: 3, seconds: 86_400 },
  askAll: { name: 'news-all', count: 10_000, seconds: 86_400 },
} as const satisfies Record<string, Limit>;
