import type { Reading } from '@/lib/core/context';
import { warrantyAt, warrantyOf, type Warranty } from '@/lib/core/warranty';
import { orderWarranty } from '@/lib/orders/published';

/** How the warranty of a unit stands, whoever owns it: by the order that last brought it to a buyer. Null where none is known, or its money
 * went back. */
export async function getWarranty(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { unitId }: { unitId: string },
): Promise<Warranty | null> {
  const sent = await db.unitEvent.findFirst({
    where: { unitId, orderId: { not: null }, kind: { in: ['SHIPPED', 'OWNED'] } },
    orderBy: { seq: 'desc' },
    select: { order: { select: orderWarranty } },
  });
  if (!sent?.order || sent.order.state === 'REFUNDED') return null;
  const terms = warrantyOf(sent.order.soldIn.data, sent.order.shipments[0]?.deliveredAt);
  return terms ? warrantyAt(terms, now) : null;
}
