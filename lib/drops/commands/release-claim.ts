import type { Ctx } from '@/lib/core/context';
import type { ReleaseCause } from '@/lib/core/prisma-client/enums';

import { lockClaim, noteDrop, type LockedClaim } from '../sql';

/** Gives a held or paid unit back to the drop, once and only once. False when it had been given back before. */
export async function releaseClaim(ctx: Ctx, { claimId, cause }: { claimId: string; cause: ReleaseCause }): Promise<boolean> {
  const claim = await lockClaim(ctx.db, claimId);
  if (!claim || claim.state === 'RELEASED') return false;
  await giveBack(ctx, claim, cause);
  await ctx.emit('claim.released', { claimId, dropId: claim.dropId, cause });
  await noteDrop(ctx.db, claim.dropId);
  return true;
}

async function giveBack(ctx: Ctx, { id, dropId, allotmentId, state }: LockedClaim, cause: ReleaseCause): Promise<void> {
  await ctx.db.claim.update({ where: { id }, data: { state: 'RELEASED', endedAt: ctx.now, endedWhy: cause } });
  await ctx.db.allotment.update({ where: { id: allotmentId }, data: { remaining: { increment: 1 } } });
  const kind = state === 'PAID' ? 'RETURNED' : 'RELEASED';
  await ctx.db.unitMovement.create({ data: { dropId, allotmentId, claimId: id, kind, delta: 1, at: ctx.now } });
}
