import type { Ctx } from '@/lib/core/context';

import { lockClaim, moveUnits, noteDrop } from '../sql';

/** Keeps a held unit for good, once it is paid. False when the unit is no longer held. */
export async function keepClaim(ctx: Ctx, { claimId }: { claimId: string }): Promise<boolean> {
  const claim = await lockClaim(ctx.db, claimId);
  if (claim?.state !== 'HELD') return false;
  await ctx.db.$executeRaw`UPDATE "Claim" SET "state" = 'PAID' WHERE "id" = ${claimId}::uuid`;
  await moveUnits(ctx.db, { allotmentId: claim.allotmentId, kind: 'PAID', delta: 0, claimIds: [claimId], at: ctx.now });
  await noteDrop(ctx.db, claim.dropId);
  return true;
}
