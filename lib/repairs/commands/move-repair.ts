import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import type { Prisma } from '@/lib/core/prisma-client/client';

import type { MoveFacts } from '../events';
import { canBecome } from '../policy';
import type { RepairState } from '../schema';
import { lockRepair } from '../sql';

const held = {
  ...{ id: true, number: true, unitId: true, memberId: true, state: true, currency: true, inWarranty: true },
  ...{ lockOff: true, wiped: true, handedBy: true },
} as const satisfies Prisma.RepairSelect;

/** A repair, held until the commit, which may become what it is to become. Refuses with `repair-moved` (state) one that is elsewhere by now. */
export async function holdRepair(ctx: Ctx, repairId: string, ...to: RepairState[]) {
  found(await lockRepair(ctx.db, repairId), 'repair');
  const repair = await ctx.db.repair.findUniqueOrThrow({ where: { id: repairId }, select: held });
  if (!to.some((each) => canBecome(repair.state, each)))
    throw new Refused('repair-moved', 'elsewhere by now', { values: { state: repair.state } });
  return repair;
}
export type HeldRepair = Awaited<ReturnType<typeof holdRepair>>;

type Became = { state: RepairState } & Prisma.RepairUncheckedUpdateInput;

/** Writes what a held repair became, and who did it; what is corrected only is no step more. Without `facts` nobody is told. */
export async function moveRepair(
  ctx: Ctx,
  { id, state: before }: HeldRepair,
  { state, ...more }: Became,
  facts: MoveFacts | null = {},
): Promise<void> {
  await ctx.db.repair.update({ where: { id }, data: { ...more, state, changedAt: ctx.now } });
  if (state !== before)
    await ctx.db.repairStep.create({ data: { repairId: id, state, byId: memberId(ctx.actor), at: ctx.now } });
  if (facts) await ctx.emit('repair.moved', { repairId: id, state, ...facts });
}
