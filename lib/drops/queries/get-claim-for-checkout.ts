import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { boughtVariant, priced } from '@/lib/catalog/published';

/** A claim with all that its checkout shows and charges. Whose claim it is, the caller checks by memberId. */
export async function getClaimForCheckout({ db, now }: Reading, { claimId }: { claimId: string }) {
  if (!isUuid(claimId)) return null;
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: {
      id: true,
      memberId: true,
      state: true,
      heldUntil: true,
      createdAt: true,
      endedWhy: true,
      offered: true,
      drop: { select: { id: true, slug: true, title: true, titleZh: true, cancelledAt: true, regions: true } },
      allotment: { select: { variant: { select: boughtVariant(now) } } },
    },
  });
  if (!claim) return null;
  const { drop, allotment, memberId, state, heldUntil, ...rest } = claim;
  const { product, ...variant } = priced(allotment.variant);
  return { claim: rest, drop, variant, product, memberId, state, heldUntil };
}

export type ClaimForCheckout = NonNullable<Awaited<ReturnType<typeof getClaimForCheckout>>>;

/** Holds that have run out, the oldest first. */
export async function listExpiredClaims({ db, now }: Reading, { limit }: { limit: number }): Promise<string[]> {
  const rows = await db.claim.findMany({
    where: { state: 'HELD', heldUntil: { lt: now } },
    orderBy: { heldUntil: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
