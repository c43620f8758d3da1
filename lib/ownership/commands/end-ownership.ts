import type { Ctx } from '@/lib/core/context';

import { ownedNow } from '../published';

/**
 * Ends the ownership of what an order bought, since its money went back, or of one unit that is its owner's no more; the caller holds the units. An
 * act that began before the owner was registered has the earlier moment: the span is then empty.
 */
export async function endOwnership({ db, now }: Ctx, of: { orderId: string } | { unitId: string }): Promise<void> {
  const owned = await db.ownership.findMany({ where: { ...of, ...ownedNow }, select: { id: true } });
  await db.$executeRaw`
    UPDATE "Ownership" SET "endedAt" = greatest("registeredAt", ${now}::timestamptz) WHERE "id" = ANY (${owned.map(({ id }) => id)}::uuid[])`;
}

/** Takes back that the ownership of units ended at a moment, or after it: they are with their owners again. The caller holds the units. */
export async function resumeOwnership(
  { db }: Ctx,
  { unitIds, at }: { unitIds: readonly string[]; at: Date },
): Promise<void> {
  const ended = await db.ownership.findMany({
    where: { unitId: { in: [...unitIds] }, endedAt: { gte: at } },
    orderBy: [{ unitId: 'asc' }, { endedAt: 'desc' }, { id: 'desc' }],
    distinct: 'unitId',
    select: { id: true },
  });
  await db.ownership.updateMany({ where: { id: { in: ended.map(({ id }) => id) } }, data: { endedAt: null } });
}
