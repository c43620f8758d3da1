import type { Reading } from '@/lib/core/context';
import { warrantyAt, warrantyOf, type Warranty } from '@/lib/core/warranty';
import { orderWarranty, parcelArrival } from '@/lib/orders/published';

/**
 * How the warranty of a unit stands, whoever owns it: by the order that last brought it to a buyer. Null where none is known, or its money went back.
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
  return terms ? warrantyAt(terms, now) : null;
}
