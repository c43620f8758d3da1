import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { readableCode, uuid7 } from '@/lib/core/ids';
import { spend } from '@/lib/core/limits';

import { limits } from '../limits';
import { unsentStates } from '../policy';
import { holdRepair, moveRepair } from './move-repair';

/** A unit whose owner has it repaired, as the caller has found it. */
export type AskedFor = {
  unitId: string;
  serial: string;
  memberId: string;
  orderId: string | null;
  inWarranty: boolean;
  currency: string;
};
export type Asking = {
  note: string;
  shipTo?: string;
  /** The service point that its owner brings it to, which the caller has asked for. */
  pointId?: string;
  /** Staff ask for the owner, and have decided with it. */ byStaff: boolean;
};

/**
 * Asks to have a unit repaired, for its owner or by staff; what an owner before them asked for and never sent is canceled by it. Refuses with `repair-open`
 * where one of it is not over.
 */
export async function askRepair(
  ctx: Ctx,
  unit: AskedFor,
  { note, shipTo = '', pointId, byStaff }: Asking,
): Promise<{ number: string }> {
  const { serial, ...of } = unit;
  if (!byStaff) await spend(ctx.db, limits.ask, unit.memberId, ctx.now);
  await cancelUnsent(ctx, unit);
  const [id, number] = [uuid7(ctx.now), readableCode(8)];
  const state = byStaff ? 'APPROVED' : 'ASKED';
  const data = { id, number, ...of, state, note, shipTo, pointId, createdAt: ctx.now, changedAt: ctx.now } as const;
  const made = await ctx.db.repair.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } });
  if (made.length === 0) throw new Refused('repair-open', 'one of it is not over');
  await ctx.db.repairStep.create({ data: { repairId: id, state, byId: memberId(ctx.actor), at: ctx.now } });
  if (byStaff) await audit(ctx, { act: 'repair.open', subject: ['repair', id], detail: { number, serial } });
  await ctx.emit('repair.asked', { repairId: id });
  return { number };
}

// The unit is another's by now, and nobody would take it in for them: it would only keep its owner from asking.
async function cancelUnsent(ctx: Ctx, { unitId, memberId: owner }: AskedFor): Promise<void> {
  const left = await ctx.db.repair.findMany({
    where: { unitId, memberId: { not: owner }, state: { in: [...unsentStates] } },
    select: { id: true },
  });
  for (const { id } of left) await moveRepair(ctx, await holdRepair(ctx, id, 'CANCELLED'), { state: 'CANCELLED' });
}
