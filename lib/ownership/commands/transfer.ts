import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { after } from '@/lib/core/time';

import { transferFor } from '../limits';
import { ownedNow } from '../published';
import { newTransferCode, transferDigest } from '../transfer-code';

export type OpenTransfer = { id: string; unitId: string; fromId: string };

/**
 * Makes a code by which the actor passes on a unit that they own and the caller holds; answers it this once, since only its digest is kept. An earlier
 * code for the unit is over.
 */
export async function openTransfer(
  ctx: Ctx,
  { ownershipId, sharesName }: { ownershipId: string; sharesName: boolean },
): Promise<{ code: string; expiresAt: string }> {
  const fromId = found(memberId(ctx.actor));
  const where = { id: ownershipId, memberId: fromId, ...ownedNow };
  const { unitId } = found(await ctx.db.ownership.findUnique({ where, select: { unitId: true } }), 'device');
  await endTransfers(ctx, { unitId });
  const [code, expiresAt] = [newTransferCode(), after(ctx.now, transferFor)];
  const row = { unitId, fromId, codeDigest: transferDigest(code), sharesName, createdAt: ctx.now, expiresAt };
  await ctx.db.ownerTransfer.create({ data: row, select: { id: true } });
  return { code, expiresAt: expiresAt.toISOString() };
}

/** Takes a code back that the actor made; refuses with `transfer-over` one that was used or taken back. */
export async function takeBackTransfer(ctx: Ctx, { transferId }: { transferId: string }): Promise<void> {
  const own = { id: transferId, fromId: found(memberId(ctx.actor)) };
  found((await ctx.db.ownerTransfer.count({ where: own })) > 0, 'code');
  const { count } = await ctx.db.ownerTransfer.updateMany({
    where: { ...own, state: 'OPEN' },
    data: { state: 'TAKEN_BACK', endedAt: ctx.now },
  });
  if (count === 0) throw new Refused('transfer-over', 'It was used or taken back');
}

/** Ends the codes of a unit that the caller holds. */
export async function endTransfers(ctx: Ctx, { unitId }: { unitId: string }): Promise<void> {
  await ctx.db.ownerTransfer.updateMany({
    where: { unitId, state: 'OPEN' },
    data: { state: 'TAKEN_BACK', endedAt: ctx.now },
  });
}

/** Uses a code up; false where it was used, taken back or has run out since it was read. */
export async function closeTransfer(ctx: Ctx, { id, toId }: { id: string; toId: string }): Promise<boolean> {
  const { count } = await ctx.db.ownerTransfer.updateMany({
    where: { id, state: 'OPEN', expiresAt: { gt: ctx.now } },
    data: { state: 'ACCEPTED', toId, endedAt: ctx.now },
  });
  return count === 1;
}
