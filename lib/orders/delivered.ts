import { ofProduct } from '@/lib/catalog/published';
import type { Reading } from '@/lib/core/context';

export type DeliveredLine = {
  memberId: string;
  lineId: string;
  variantId: string;
  productId: string;
  handle: string;
  quantity: number;
};

/**
 * The lines of an order that has arrived, with what was bought; none of one that has not. The order is held until the commit, so that money which
 * goes back comes wholly before or after.
 */
export async function listDelivered(
  { db }: Pick<Reading, 'db'>,
  { orderId }: { orderId: string },
): Promise<DeliveredLine[]> {
  return db.$queryRaw<DeliveredLine[]>`
    SELECT o."memberId", o."lineId", o."variantId", o."quantity", v."productId", p."handle"
    FROM orders.delivered_order o JOIN catalog.variant v ON v."id" = o."variantId" JOIN catalog.product p ON p."id" = v."productId"
    WHERE o."id" = ${orderId}::uuid ORDER BY o."lineId" FOR NO KEY UPDATE OF o`;
}

export type LineToPack = { lineId: string; variantId: string; productId: string; quantity: number };

/** The lines of an order as its parcel is packed. */
export async function listToPack(
  { db }: Pick<Reading, 'db'>,
  { number }: { number: string },
): Promise<{ orderId: string; lines: LineToPack[] }> {
  const { id, lines } = await db.order.findUniqueOrThrow({
    where: { number },
    select: {
      id: true,
      lines: {
        orderBy: { id: 'asc' },
        select: { id: true, variantId: true, quantity: true, variant: { select: ofProduct } },
      },
    },
  });
  return {
    orderId: id,
    lines: lines.map(({ id: lineId, variant, ...line }) => ({ lineId, productId: variant.productId, ...line })),
  };
}
