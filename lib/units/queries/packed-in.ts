import type { Reading } from '@/lib/core/context';

/** The units that lie in a parcel. */
export async function listPackedIn(
  { db }: Pick<Reading, 'db'>,
  { shipmentId }: { shipmentId: string },
): Promise<string[]> {
  const rows = await db.unitAssignment.findMany({ where: { shipmentId, endedAt: null }, select: { unitId: true } });
  return rows.map(({ unitId }) => unitId);
}
