import { after, day } from '@/lib/core/time';
import { warrantyAt, type WarrantyTerms } from '@/lib/core/warranty';

import { returnWishes, type ReturnWish } from '../schema';

/** What was promised with an order: in how many days of its last parcel it may go back, and its warranty. */
export type Promised = { arrivedAt: Date | null; returnDays: number | null; warranty: WarrantyTerms | null };

/** For how many days after the last parcel something that was missing in one may be reported. */
export const missingDays = 30;

/** Until when goods may come back for each reason; null where nothing was promised or nothing has arrived. */
export function returnableUntil(promised: Promised, now: Date): Record<ReturnWish, Date | null> {
  return {
    WITHDRAWAL: withdrawnUntil(promised),
    FAULTY: promised.warranty && warrantyAt(promised.warranty, now).at,
    MISSING: missedUntil(promised),
  };
}

/** For which reasons goods may come back at a moment. */
export function wishesAt(promised: Promised, now: Date): ReturnWish[] {
  const [until, missed] = [withdrawnUntil(promised), missedUntil(promised)];
  const open: Record<ReturnWish, boolean> = {
    WITHDRAWAL: until !== null && until > now,
    FAULTY: promised.warranty !== null && warrantyAt(promised.warranty, now).holds,
    MISSING: missed !== null && missed > now,
  };
  return returnWishes.filter((wish) => open[wish]);
}

const missedUntil = ({ arrivedAt }: Promised): Date | null => arrivedAt && after(arrivedAt, missingDays * day);

function withdrawnUntil({ arrivedAt, returnDays }: Promised): Date | null {
  return arrivedAt && returnDays !== null ? after(arrivedAt, (returnDays + 1) * day) : null;
}
