import type { Reading } from '@/lib/core/context';
import { variantTitle } from '@/lib/catalog/published';

import { isStillWaiting } from '../scopes';

export type Demand = { variantId: string; waiting: number; offered: number };

/** How many wait for each variant of a drop, and to how many of those who waited a unit was offered. */
export async function getWaitlistDemand(
  { db }: Pick<Reading, 'db'>,
  { dropId }: { dropId: string },
): Promise<Demand[]> {
  return db.$queryRaw<Demand[]>`
    SELECT "variantId", count(*) FILTER (WHERE ${isStillWaiting})::int AS waiting, count("claimId")::int AS offered
    FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid GROUP BY 1`;
}

/** A claim that was made for a waiting member, with the fields of its notice; null once it is held no more. */
export async function getOfferForNotice({ db }: Pick<Reading, 'db'>, { claimId }: { claimId: string }) {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: {
      memberId: true,
      state: true,
      heldUntil: true,
      drop: { select: { title: true, titleZh: true } },
      allotment: { select: { variant: { select: variantTitle } } },
    },
  });
  return claim?.state === 'HELD' ? claim : null;
}
