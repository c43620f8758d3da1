import type { Ctx } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';

import { lockUnits, putAllInHand, writeEvents } from './write-event';

/**
 * Notes that units which an order brought are back with the shop; where they lie at a place, the next order may have them. Those whose
 * money went back before they came may come too. Refuses with `not-found` those that were not packed for the order, and with `unit-state` what cannot come back.
 */
export async function returnUnits(
  ctx: Ctx,
  { orderId, unitIds, locationId }: { orderId: string; unitIds: readonly string[]; locationId?: string },
): Promise<void> {
  const packed = { orderId, unitId: { in: [...unitIds] }, endedAt: null };
  const units = await lockUnits(ctx, unitIds);
  const known = await ctx.db.unitAssignment.findMany({
    where: { orderId, unitId: packed.unitId, OR: [{ endedAt: null }, { unit: { state: 'REFUNDED' } }] },
    distinct: 'unitId',
    select: { unitId: true },
  });
  if (known.length !== unitIds.length) throw notFound('unit');
  await writeEvents(ctx, units, { kind: 'RETURNED', orderId });
  await ctx.db.unitAssignment.updateMany({ where: packed, data: { endedAt: ctx.now } });
  if (locationId) await writeEvents(ctx, await lockUnits(ctx, unitIds), { kind: 'RECEIVED', orderId });
  await putAllInHand(ctx, unitIds, locationId ? { locationId } : null);
}

/**
 * Notes that units which were sent with an order never came to its buyer; answers which. What was passed on, came back or was lost before stays as it is.
 */
export async function loseUnits(
  ctx: Ctx,
  { orderId, unitIds }: { orderId: string; unitIds: readonly string[] },
): Promise<string[]> {
  const units = (await lockUnits(ctx, unitIds)).filter(({ state }) => state === 'OWNED' || state === 'SHIPPED');
  const ids = units.map(({ id }) => id);
  await writeEvents(ctx, units, { kind: 'LOST', orderId });
  await ctx.db.unitAssignment.updateMany({
    where: { orderId, unitId: { in: ids }, endedAt: null },
    data: { endedAt: ctx.now },
  });
  await putAllInHand(ctx, ids, null);
  return ids;
}

/**
 * The units of some lines that came back at a moment and go back to whoever had them: they are the order's again, and in that hand. Answers which.
 * Refuses with `unit-state` one that was sent to somebody else, or scrapped, meanwhile.
 */
export async function handBack(
  ctx: Ctx,
  { orderId, lineIds, at }: { orderId: string; lineIds: readonly string[]; at: Date },
): Promise<string[]> {
  const came = await ctx.db.unitAssignment.findMany({
    where: { orderId, lineId: { in: [...lineIds] }, endedAt: at },
    select: { id: true, unitId: true },
  });
  const unitIds = came.map(({ unitId }) => unitId);
  const units = await lockUnits(ctx, unitIds);
  const returned = units.filter(({ state }) => state === 'RETURNED');
  await writeEvents(ctx, returned, { kind: 'RECEIVED', orderId });
  await writeEvents(ctx, await lockUnits(ctx, unitIds), { kind: 'SHIPPED', orderId });
  await ctx.db.unitAssignment.updateMany({ where: { id: { in: came.map(({ id }) => id) } }, data: { endedAt: null } });
  const hands = await ctx.db.holding.findMany({
    where: { unitId: { in: unitIds }, memberId: { not: null } },
    orderBy: [{ unitId: 'asc' }, { from: 'desc' }, { id: 'desc' }],
    distinct: 'unitId',
    select: { unitId: true, memberId: true },
  });
  await writeEvents(ctx, await lockUnits(ctx, unitIds), { kind: 'OWNED', orderId });
  for (const { unitId, memberId } of hands) await putAllInHand(ctx, [unitId], { memberId: memberId! });
  return unitIds;
}
