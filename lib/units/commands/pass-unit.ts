import type { Ctx } from '@/lib/core/context';

import { putInHand, writeEvent, type LockedUnit } from './write-event';

/**
 * Writes down that a unit that the caller holds has another owner, who has it in hand: it is packed for no order any more, so that a refund of the one
 * that once brought it does not touch it. Refuses with `unit-state` what cannot be passed on.
 */
export async function passUnit(
  ctx: Ctx,
  unit: LockedUnit,
  { kind, memberId }: { kind: 'OWNED' | 'TRANSFERRED'; memberId: string },
): Promise<void> {
  await writeEvent(ctx, unit, { kind });
  await ctx.db.unitAssignment.updateMany({ where: { unitId: unit.id, endedAt: null }, data: { endedAt: ctx.now } });
  await putInHand(ctx, unit.id, { memberId });
}
