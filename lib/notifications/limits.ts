import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  checkSender: { name: 'check-sender', count: 20, seconds: 600 },
  mailTextTrial: { name: 'mail-text-trial', count: 20, seconds: 600 },
} as const satisfies Record<string, Limit>;
