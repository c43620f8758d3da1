import type { Reading } from '@/lib/core/context';
import { after, day } from '@/lib/core/time';

type Asked = { variantId: string; currency: string; began: Date; afterId: string | null; limit: number };

/**
 * Orders whose price may be protected against one that began: kept ones with the variant, placed as many days before as any version of the market promised,
 * in the order of their ids after one. Two statements.
 */
export async function listProtectedOrders(
  { db }: Pick<Reading, 'db'>,
  { variantId, currency, began, afterId, limit }: Asked,
): Promise<string[]> {
  const days = await mostDays({ db });
  if (days === null) return [];
  // An order is paid soon after it is placed; a late payment may come a while after its hold.
  const since = after(began, -(days + 7) * day);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o."id" FROM "Order" o
    WHERE o."createdAt" >= ${since}::timestamptz AND o."createdAt" < ${began}::timestamptz AND o."currency" = ${currency}
      AND o."state" IN ('PAID', 'SHIPPED', 'DELIVERED') AND (${afterId}::uuid IS NULL OR o."id" > ${afterId}::uuid)
      AND EXISTS (SELECT 1 FROM "OrderLine" l WHERE l."orderId" = o."id" AND l."variantId" = ${variantId}::uuid)
    ORDER BY o."id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

// For how many days any version of the market ever protected a price; null where none did.
async function mostDays({ db }: Pick<Reading, 'db'>): Promise<number | null> {
  const [most] = await db.$queryRaw<{ days: number | null }[]>`
    SELECT max(("data"->'promises'->>'protection')::int) AS "days" FROM "MarketVersion"`;
  return most?.days || null;
}

/** How many kept orders with some variants were paid in so many days before now: those whose buyers a lower price would give something back. */
export async function countProtected(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { variantIds, days }: { variantIds: string[]; days: number },
): Promise<number> {
  const [row] = await db.$queryRaw<{ orders: number }[]>`
    SELECT count(*)::int AS "orders" FROM "Order" o
    WHERE o."createdAt" >= ${after(now, -(days + 7) * day)}::timestamptz AND o."paidAt" >= ${after(now, -days * day)}::timestamptz
      AND o."state" IN ('PAID', 'SHIPPED', 'DELIVERED') AND o."replacesId" IS NULL
      AND EXISTS (SELECT 1 FROM "OrderLine" l WHERE l."orderId" = o."id" AND l."variantId" = ANY (${variantIds}::uuid[]))`;
  return row?.orders ?? 0;
}
