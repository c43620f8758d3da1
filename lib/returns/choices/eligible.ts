import { after, day } from '@/lib/core/time';

import type { ReturnWish } from '../schema';

type Promised = { promises: { returns: number | null; warranty: number | null }; arrivedAt: Date | null };

/**
 * Until when goods may come back for each reason: the days of a withdrawal and the months of the warranty as they were promised with the order,
 * counted from its last parcel; null where nothing was promised or nothing has arrived.
 */
export function returnableUntil({ promises, arrivedAt }: Promised): Record<ReturnWish, Date | null> {
  const { returns, warranty } = promises;
  return {
    WITHDRAWAL: arrivedAt && returns !== null ? after(arrivedAt, (returns + 1) * day) : null,
    FAULTY: arrivedAt && warranty !== null ? monthsAfter(arrivedAt, warranty) : null,
  };
}

/** For which reasons goods may come back at a moment. */
export function wishesAt(order: Promised, now: Date): ReturnWish[] {
  const until = returnableUntil(order);
  return (['WITHDRAWAL', 'FAULTY'] as const).filter((wish) => until[wish] !== null && until[wish] > now);
}

// The same day so many months later, or the last of that month where it has no such day.
function monthsAfter(from: Date, months: number): Date {
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + months);
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return to;
}
