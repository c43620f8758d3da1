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
