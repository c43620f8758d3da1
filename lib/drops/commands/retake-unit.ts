import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';

import { respendFCode } from '../f-codes/pool';
import { lockClaim, lockStock, moveUnits, notifyDropChange, type LockedClaim } from '../sql';

/** Honours money that came after its hold had run out: takes a unit again if one is free and the member holds no other. */
export async function retakeUnit(ctx: Ctx<Raw>, { claimId }: { claimId: string }): Promise<boolean> {
  const [where] = await ctx.db.$queryRaw<
    { dropId: string }[]
  >`SELECT "dropId" FROM "Claim" WHERE "id" = ${claimId}::uuid`;
  if (!where) return false;
  // The member may be claiming another variant right now: with every stock row locked, no claim of the drop is on its way.
  await lockStock(ctx.db, where.dropId);
  const claim = await lockClaim(ctx.db, claimId);
  if (!claim || claim.state !== 'RELEASED' || claim.endedWhy !== 'EXPIRED' || claim.remaining < 1) return false;
  if ((await mayNot(ctx, claim)) || !(await respendFCode(ctx, claim))) return false;
  await take(ctx, claim);
  await notifyDropChange(ctx.db, claim.dropId);
  return true;
}

async function mayNot(ctx: Ctx<Raw>, { dropId, memberId }: LockedClaim): Promise<boolean> {
  const [drop] = await ctx.db.$queryRaw<{ cancelled: boolean; other: boolean }[]>`
    SELECT d."cancelledAt" IS NOT NULL AS cancelled,
      EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = d."id" AND c."memberId" = ${memberId}::uuid AND c."state" <> 'RELEASED') AS other
    FROM "Drop" d WHERE d."id" = ${dropId}::uuid`;
  return !drop || drop.cancelled || drop.other;
}

async function take(ctx: Ctx<Raw>, { id, allotmentId }: LockedClaim): Promise<void> {
  await ctx.db
    .$executeRaw`UPDATE "Claim" SET "state" = 'PAID', "endedAt" = NULL, "endedWhy" = NULL WHERE "id" = ${id}::uuid`;
  await moveUnits(ctx.db, { allotmentId, kind: 'CLAIMED', delta: -1, claimIds: [id], at: ctx.now });
  await moveUnits(ctx.db, { allotmentId, kind: 'PAID', delta: 0, claimIds: [id], at: ctx.now });
}
