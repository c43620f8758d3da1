import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';

/**
 * Ends the ownership of what an order bought, since its money went back, or of one unit that is its owner's no more. An act that began before the
 * owner was registered has the earlier moment: the span is then empty.
 */
export async function endOwnership(
  { db, now }: Pick<Ctx<Raw>, 'db' | 'now'>,
  of: { orderId: string } | { unitId: string },
): Promise<void> {
  const [order, unit] = 'orderId' in of ? [of.orderId, null] : [null, of.unitId];
  await db.$executeRaw`
    UPDATE "Ownership" SET "endedAt" = greatest("registeredAt", ${now}::timestamptz)
    WHERE ("orderId" = ${order}::uuid OR "unitId" = ${unit}::uuid) AND "endedAt" IS NULL`;
}
