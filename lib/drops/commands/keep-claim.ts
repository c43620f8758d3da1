import type { Ctx } from '@/lib/core/context';

import { noteDrop } from '../sql';

/** Keeps a held unit for good, once it is paid. False when the unit is no longer held. */
export async function keepClaim(ctx: Ctx, { claimId }: { claimId: string }): Promise<boolean> {
  const rows = await ctx.db.$queryRaw<{ dropId: string }[]>`
    WITH kept AS (
      UPDATE "Claim" SET "state" = 'PAID' WHERE "id" = ${claimId}::uuid AND "state" = 'HELD' RETURNING "id", "dropId", "allotmentId"
    )
    INSERT INTO "UnitMovement" ("dropId", "allotmentId", "claimId", "kind", "delta", "at")
    SELECT "dropId", "allotmentId", "id", 'PAID', 0, ${ctx.now}::timestamptz FROM kept RETURNING "dropId"`;
  if (!rows[0]) return false;
  await noteDrop(ctx.db, rows[0].dropId);
  return true;
}
