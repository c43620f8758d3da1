import { minorDigits } from '@/lib/core/money';
import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  /** Wrong codes, by member or network; a right one does not count. */
  tryCard: { name: 'try-card-code', count: 10, seconds: 600 },
  /** What one of the staff gives: who does it more often does it by a list, and somebody should look. */
  issue: { name: 'issue-credit', count: 60, seconds: 3600 },
} as const satisfies Record<string, Limit>;

/** The most that staff give at once who may not correct balances: a thousand of the currency, in minor units. */
export const mostIssued = (currency: string): number => 1000 * 10 ** minorDigits(currency);
