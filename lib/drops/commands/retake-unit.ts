import type { Ctx } from '@/lib/core/context';

import { respendFCode } from '../f-codes/pool';
import { lockClaim, lockStock, moveUnits, noteDrop, type LockedClaim } from '../sql';

/** Honours money that came after its hold had run out: takes a unit again if one is free and the member holds no other. */
export async function retakeUnit(ctx: Ctx, { claimId }: { claimId: string }): Promise<boolean> {
  const where = await ctx.db.claim.findUnique({ where: { id: claimId }, select: { dropId: true } });
  if (!where) return false;
  // The member may be claiming another variant right now: with every stock row locked, no claim of the drop is on its way.
  await lockStock(ctx.db, where.dropId);
  const claim = await lockClaim(ctx.db, claimId);
  if (!claim || claim.state !== 'RELEASED' || claim.endedWhy !== 'EXPIRED' || claim.remaining < 1) return false;
  if ((await mayNot(ctx, claim)) || !(await respendFCode(ctx, claim))) return false;
  await take(ctx, claim);
  await noteDrop(ctx.db, claim.dropId);
  return true;
}

async function mayNot(ctx: Ctx, { dropId, memberId }: LockedClaim): Promise<boolean> {
  const [drop, other] = await Promise.all([
    ctx.db.drop.findUnique({ where: { id: dropId }, select: { cancelledAt: true } }),
    ctx.db.claim.findFirst({ where: { dropId, memberId, state: { not: 'RELEASED' } }, select: { id: true } }),
  ]);
  return drop?.cancelledAt !== null || other !== null;
}

async function take(ctx: Ctx, { id, allotmentId }: LockedClaim): Promise<void> {
  await ctx.db.claim.update({ where: { id }, data: { state: 'PAID', endedAt: null, endedWhy: null } });
  await moveUnits(ctx.db, { allotmentId, kind: 'CLAIMED', delta: -1, claimIds: [id], at: ctx.now });
  await moveUnits(ctx.db, { allotmentId, kind: 'PAID', delta: 0, claimIds: [id], at: ctx.now });
}
