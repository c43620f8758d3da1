import { isMember } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';

/** The reader's own part in a drop: what they reserved, and the unit they hold, own or lost last. */
export type OwnDropPart = {
  reservedVariantId: string | null;
  claim: { id: string; variantId: string; state: 'HELD' | 'PAID' | 'RELEASED'; heldUntil: string; endedWhy: string | null } | null;
};

export async function getOwnDropPart({ db, actor }: Reading, { slug }: { slug: string }): Promise<OwnDropPart | null> {
  if (!isMember(actor)) return null;
  const drop = await db.drop.findFirst({
    where: { slug, announcedAt: { not: null } },
    select: {
      reservations: { where: { memberId: actor.id }, select: { variantId: true }, take: 1 },
      claims: {
        where: { memberId: actor.id },
        orderBy: { createdAt: 'desc' },
        take: 5,
        select: { id: true, state: true, heldUntil: true, endedWhy: true, allotment: { select: { variantId: true } } },
      },
    },
  });
  if (!drop) return null;
  const claim = drop.claims.find(({ state }) => state !== 'RELEASED') ?? drop.claims[0];
  return { reservedVariantId: drop.reservations[0]?.variantId ?? null, claim: claim ? toldClaim(claim) : null };
}

type Row = { id: string; state: 'HELD' | 'PAID' | 'RELEASED'; heldUntil: Date; endedWhy: string | null; allotment: { variantId: string } };

function toldClaim({ id, state, heldUntil, endedWhy, allotment }: Row): NonNullable<OwnDropPart['claim']> {
  return { id, state, heldUntil: heldUntil.toISOString(), endedWhy, variantId: allotment.variantId };
}
