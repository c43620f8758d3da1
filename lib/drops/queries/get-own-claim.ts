import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';

/** Where the actor's own claim stands; null of anybody else's. */
export async function getOwnClaim({ db, actor }: Reading, { claimId }: { claimId: string }) {
  const member = memberId(actor);
  return member && isUuid(claimId)
    ? db.claim.findUnique({ where: { id: claimId, memberId: member }, select: { state: true } })
    : null;
}
