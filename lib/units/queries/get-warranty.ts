import type { Reading } from '@/lib/core/context';
import { warrantyAt, warrantyOf, warrantyOfRepair, type Warranty } from '@/lib/core/warranty';
import { orderWarranty, parcelArrival } from '@/lib/orders/published';
import { guaranteedRepairs } from '@/lib/repairs/published';

/**
 * How the warranty of a unit stands, whoever owns it: by the order that last brought it to a buyer, and longer where a repair under it was guaranteed for
 * longer. Null where none is known, or its money went back.
 */
export async function getWarranty(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { unitId }: { unitId: string },
): Promise<Warranty | null> {
  const sent = await db.unitEvent.findFirst({
    where: { unitId, orderId: { not: null }, kind: { in: ['SHIPPED', 'OWNED'] } },
    orderBy: { seq: 'desc' },
    select: { orderId: true, order: { select: orderWarranty } },
  });
  if (!sent?.order || sent.order.state === 'REFUNDED') return null;
  // From the arrival of the parcel that it lay in; where nobody packed it, of the order's last.
  const packed = await db.unitAssignment.findFirst({
    where: { unitId, orderId: sent.orderId! },
    orderBy: { at: 'desc' },
    select: { shipment: { select: parcelArrival } },
  });
  const parcel = packed?.shipment ?? sent.order.shipments[0];
  const terms = warrantyOf(sent.order.soldIn.data, parcel?.deliveredAt);
  if (!terms) return null;
  const repairs = await listGuaranteed(db, unitId);
  const longer = repairs.filter(({ covered }) => covered).map(({ terms: each }) => warrantyAt(each, now));
  return longer.reduce((last, each) => (each.lastDay > last.lastDay ? each : last), warrantyAt(terms, now));
}

/** The warranty of the last repair of a unit that was paid for: of that repair alone. Null where there is none. */
export async function getRepairWarranty(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { unitId }: { unitId: string },
): Promise<Warranty | null> {
  const paid = (await listGuaranteed(db, unitId)).find(({ covered }) => !covered);
  return paid ? warrantyAt(paid.terms, now) : null;
}

async function listGuaranteed(db: Reading['db'], unitId: string) {
  const unit = await db.unit.findUnique({ where: { id: unitId }, select: { repairs: guaranteedRepairs } });
  return (unit?.repairs ?? []).flatMap((repair) => {
    const terms = warrantyOfRepair(repair);
    return terms ? [{ terms, covered: repair.covered }] : [];
  });
}
