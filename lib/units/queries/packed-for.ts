import type { Reading } from '@/lib/core/context';

/** The order, the parcel and the line that a unit is packed for; null where it is for none. */
export async function getPackedFor(
  { db }: Pick<Reading, 'db'>,
  { unitId }: { unitId: string },
): Promise<{ orderId: string; shipmentId: string | null; lineId: string } | null> {
  return db.unitAssignment.findFirst({
    where: { unitId, endedAt: null },
    select: { orderId: true, shipmentId: true, lineId: true },
  });
}
