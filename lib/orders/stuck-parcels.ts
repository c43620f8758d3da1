import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

/** Orders with a parcel of which the carrier said last that it is held up or comes back, as a statement without its end. */
export const stuckOrders = Prisma.sql`
  SELECT DISTINCT s."orderId" FROM "TrackingEvent" e JOIN "Shipment" s ON s."id" = e."shipmentId" JOIN "Order" o ON o."id" = s."orderId"
  WHERE e."kind" IN ('EXCEPTION', 'RETURNED') AND s."deliveredAt" IS NULL AND o."state" IN ('PAID', 'SHIPPED')
    AND NOT EXISTS (SELECT 1 FROM "TrackingEvent" later WHERE later."shipmentId" = e."shipmentId" AND (later."at", later."id") > (e."at", e."id"))`;

/** The ids of those orders, so many of them. */
export async function listStuck({ db }: Pick<Reading, 'db'>, { most }: { most: number }): Promise<string[]> {
  const rows = await db.$queryRaw<{ orderId: string }[]>`${stuckOrders} LIMIT ${most}::int`;
  return rows.map(({ orderId }) => orderId);
}
