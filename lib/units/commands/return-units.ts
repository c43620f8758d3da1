import type { Ctx } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';

import { lockUnits, putAllInHand, writeEvents } from './write-event';

/**
 * Notes that units which an order brought are back with the shop; where they lie at a place, the next order may have them. Refuses with
 * `not-found` those that were not packed for the order, and with `unit-state` what cannot come back.
 */
export async function returnUnits(
  ctx: Ctx,
  { orderId, unitIds, locationId }: { orderId: string; unitIds: readonly string[]; locationId?: string },
): Promise<void> {
  const packed = { orderId, unitId: { in: [...unitIds] }, endedAt: null };
  const units = await lockUnits(ctx, unitIds);
  const known = await ctx.db.unitAssignment.count({ where: packed });
  if (known !== unitIds.length) throw notFound('unit');
  await writeEvents(ctx, units, { kind: 'RETURNED', orderId });
  await ctx.db.unitAssignment.updateMany({ where: packed, data: { endedAt: ctx.now } });
  if (locationId) await writeEvents(ctx, await lockUnits(ctx, unitIds), { kind: 'RECEIVED', orderId });
  await putAllInHand(ctx, unitIds, locationId ? { locationId } : null);
}
