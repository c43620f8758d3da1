import { ofProduct } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';

export type DeliveredLine = {
  memberId: string;
  shipmentId: string;
  lineId: string;
  variantId: string;
  productId: string;
  handle: string;
  quantity: number;
};

/**
 * What the parcels of an order that have arrived brought; nothing of one whose money went back. The order is held until the commit, so that money
 * which goes back comes wholly before or after.
 */
export async function listDelivered(
  { db }: Pick<Reading, 'db'>,
  { orderId }: { orderId: string },
): Promise<DeliveredLine[]> {
  return db.$queryRaw<DeliveredLine[]>`
    SELECT o."memberId", o."shipmentId", o."lineId", o."variantId", o."quantity", v."productId", p."handle"
    FROM orders.delivered_line o JOIN catalog.variant v ON v."id" = o."variantId" JOIN catalog.product p ON p."id" = v."productId"
    WHERE o."id" = ${orderId}::uuid ORDER BY o."lineId", o."shipmentId" FOR NO KEY UPDATE OF o`;
}

export type LineToPack = { lineId: string; variantId: string; productId: string; quantity: number };

/** The lines of a parcel as it is packed. */
export async function listToPack(
  { db }: Pick<Reading, 'db'>,
  { shipmentId }: { shipmentId: string },
): Promise<LineToPack[]> {
  const lines = await db.shipmentLine.findMany({
    where: { shipmentId },
    orderBy: { lineId: 'asc' },
    select: { lineId: true, units: true, line: { select: { variantId: true, variant: { select: ofProduct } } } },
  });
  return lines.map(({ lineId, units, line: { variantId, variant } }) => ({
    ...{ lineId, variantId, productId: variant.productId, quantity: units },
  }));
}
