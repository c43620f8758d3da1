import type { Limit } from '@/lib/core/limits';
import { day } from '@/lib/core/time';

/** For how long a code passes a device on, in milliseconds. */
export const transferFor = 14 * day;

/** How many times in how many seconds. */
export const limits = {
  makeTransfer: { name: 'transfer-make', count: 20, seconds: 86_400 },
  /** Codes that nobody gave out, by member and by network. */
  tryTransfer: { name: 'transfer-try', count: 10, seconds: 3600 },
  tryTransferNetwork: { name: 'transfer-try-network', count: 60, seconds: 3600 },
} as const satisfies Record<string, Limit>;
