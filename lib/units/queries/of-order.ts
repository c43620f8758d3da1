import type { Reading } from '@/lib/core/context';

import { canMeet } from '../policy';

/**
 * The units of an order that may come back, with the line that each was packed for and whether it was packed by its serial, also where its money went back meanwhile and they are with their
 * buyer still; the caller has asked who may read them.
 */
export async function listReturnable({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }) {
  const packed = await db.unitAssignment.findMany({
    where: { orderId, OR: [{ endedAt: null }, { unit: { state: 'REFUNDED' } }] },
    orderBy: { at: 'asc' },
    take: 2_000,
    select: {
      ...{ lineId: true, unitId: true },
      unit: {
        select: {
          ...{ serial: true, state: true },
          // One that nobody registered before was made when its parcel arrived.
          events: { where: { seq: 1, kind: { not: 'SHIPPED' } }, select: { seq: true } },
          assignments: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { orderId: true } },
        },
      },
    },
  });
  return packed
    .filter(({ unit }) => canMeet(unit.state, 'RETURNED') && unit.assignments[0]?.orderId === orderId)
    .map(({ lineId, unitId, unit }) => ({ lineId, unitId, serial: unit.serial, isScanned: unit.events.length > 0 }));
}
