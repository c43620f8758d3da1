import type { Reading } from '@/lib/core/context';

import { locationName } from '../published';

/** From which places the pieces of some lines of paid orders are taken, those that are not sent yet first; lines of drops name none. */
export async function whereHeld(
  { db }: Pick<Reading, 'db'>,
  { lineIds }: { lineIds: readonly string[] },
): Promise<{ lineId: string; place: string; units: number }[]> {
  const holds = await db.stockHold.findMany({
    where: { lineId: { in: [...lineIds] }, state: { in: ['SOLD', 'SHIPPED'] } },
    // SOLD stands before SHIPPED.
    orderBy: [{ state: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { lineId: true, units: true, location: { select: locationName } },
  });
  return holds.map(({ lineId, units, location }) => ({ lineId, units, place: location.name }));
}
