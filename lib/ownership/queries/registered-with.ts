import type { Reading } from '@/lib/core/context';

import { ownedNow } from '../published';

/** The units that came to an owner at one moment with the one that is named, and whose they are; those that are another's by now are left out. */
export async function listRegisteredWith(
  { db }: Pick<Reading, 'db'>,
  { ownershipId }: { ownershipId: string },
): Promise<{ ownerId: string; unitIds: string[] } | null> {
  const select = { memberId: true, orderId: true, registeredAt: true } as const;
  const named = await db.ownership.findUnique({ where: { id: ownershipId }, select });
  if (!named) return null;
  const { memberId, orderId, registeredAt } = named;
  const rows = await db.ownership.findMany({
    where: { ...(orderId === null ? { id: ownershipId } : { orderId, memberId, registeredAt }), ...ownedNow },
    select: { unitId: true },
  });
  return { ownerId: memberId, unitIds: rows.map(({ unitId }) => unitId) };
}
