import type { Ctx } from '@/lib/core/context';
import type { ReleaseCause } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

import { lockClaim, moveUnits, notifyDropChange, type LockedClaim } from '../sql';
import { freeFCode } from './free-f-code';
import { freeLimits } from './mark-limits';
import { offerReturned } from './offer-returned';

/** Returns a held or paid unit to the stock, or offers it to the waitlist; exactly once. False when it had been returned before. */
export async function releaseClaim(
  ctx: Ctx<Raw>,
  { claimId, cause }: { claimId: string; cause: ReleaseCause },
): Promise<boolean> {
  const claim = await lockClaim(ctx.db, claimId);
  if (!claim || claim.state === 'RELEASED') return false;
  await returnUnitToStock(ctx, claim, cause);
  await ctx.record('claim.released', { claimId, dropId: claim.dropId, cause });
  await offerReturned(ctx, { dropId: claim.dropId, allotmentId: claim.allotmentId, units: 1 });
  await notifyDropChange(ctx.db, claim.dropId);
  return true;
}

async function returnUnitToStock(
  ctx: Ctx<Raw>,
  { id, allotmentId, state }: LockedClaim,
  cause: ReleaseCause,
): Promise<void> {
  await ctx.db.$executeRaw`
    UPDATE "Claim" SET "state" = 'RELEASED', "endedAt" = ${ctx.now}::timestamptz, "endedWhy" = ${cause}::"ReleaseCause" WHERE "id" = ${id}::uuid`;
  await freeLimits(ctx, { claimId: id });
  await freeFCode(ctx, { claimId: id, cause });
  const kind = state === 'PAID' ? 'RETURNED' : 'RELEASED';
  await moveUnits(ctx.db, { allotmentId, kind, delta: 1, claimIds: [id], at: ctx.now });
}
