import { after, day } from '@/lib/core/time';
import { warrantyAt, type WarrantyTerms } from '@/lib/core/warranty';

import type { ReturnWish } from '../schema';

/** What was promised with an order: in how many days of its last parcel it may go back, and its warranty. */
export type Promised = { arrivedAt: Date | null; returnDays: number | null; warranty: WarrantyTerms | null };

/** Until when goods may come back for each reason; null where nothing was promised or nothing has arrived. */
export function returnableUntil(promised: Promised, now: Date): Record<ReturnWish, Date | null> {
  return { WITHDRAWAL: withdrawnUntil(promised), FAULTY: promised.warranty && warrantyAt(promised.warranty, now).at };
}

/** For which reasons goods may come back at a moment. */
export function wishesAt(promised: Promised, now: Date): ReturnWish[] {
  const until = withdrawnUntil(promised);
  const open: Record<ReturnWish, boolean> = {
    WITHDRAWAL: until !== null && until > now,
    FAULTY: promised.warranty !== null && warrantyAt(promised.warranty, now).holds,
  };
  return (['WITHDRAWAL', 'FAULTY'] as const).filter((wish) => open[wish]);
}

function withdrawnUntil({ arrivedAt, returnDays }: Promised): Date | null {
  return arrivedAt && returnDays !== null ? after(arrivedAt, (returnDays + 1) * day) : null;
}
