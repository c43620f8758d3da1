import type { Reading } from '@/lib/core/context';

/** Whether the shop sells any of these variants at the moment. */
export async function sellsAny(
  { db }: Pick<Reading, 'db'>,
  { variantIds }: { variantIds: string[] },
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM stock.open_variant s JOIN catalog.variant v ON v."id" = s."variantId" JOIN catalog.product p ON p."id" = v."productId"
    WHERE s."variantId" = ANY (${variantIds}::uuid[]) AND s."inShop" AND s."units" > 0 AND v."retiredAt" IS NULL AND p."status" = 'ACTIVE' LIMIT 1`;
  return rows.length > 0;
}
