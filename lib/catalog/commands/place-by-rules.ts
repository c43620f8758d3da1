import { Prisma } from '@/lib/core/prisma-client/client';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canEditProducts } from '../policy';

/** Which products are held against which collections; all where none are named. */
export type Placed = { productIds?: readonly string[]; collectionId?: string };

/**
 * Brings the collections by rules up to date with their rules and products, and answers the ids of those that changed. Whoever brings the same
 * products, or changes the same collection, waits until this has been committed: the later one sees what the earlier one saw, or newer.
 */
export async function placeByRules(ctx: Ctx, placed: Placed): Promise<string[]> {
  allow(canEditProducts(ctx.actor));
  const { db } = ctx;
  const products = placed.productIds ? [...new Set(placed.productIds)].toSorted() : null;
  // Products first and collections after them, each in one order.
  if (products)
    await db.$queryRaw`SELECT 1 AS "locked" FROM "Product" WHERE "id" = ANY (${products}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  await db.$queryRaw`SELECT 1 AS "locked" FROM "Collection" WHERE "kind" = 'RULES' AND ${one(placed)} ORDER BY "id" FOR SHARE`;
  const changed = await db.$queryRaw<{ id: string }[]>`
    WITH asked AS (SELECT c.* FROM "Collection" c WHERE c."kind" = 'RULES' AND ${one(placed)}),
    candidate AS (${candidates(products)}),
    wanted AS (SELECT a."id" AS "collectionId", p."id" AS "productId" FROM asked a CROSS JOIN candidate p WHERE ${matches}),
    gone AS (
      DELETE FROM "CollectionProduct" s USING asked a
      WHERE s."collectionId" = a."id" AND (${products}::uuid[] IS NULL OR s."productId" = ANY (${products}::uuid[]))
        AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w."collectionId" = s."collectionId" AND w."productId" = s."productId")
      RETURNING s."collectionId"),
    come AS (
      INSERT INTO "CollectionProduct" ("collectionId", "productId") SELECT w."collectionId", w."productId" FROM wanted w
      ON CONFLICT DO NOTHING RETURNING "collectionId")
    SELECT DISTINCT "collectionId"::text AS "id" FROM (SELECT * FROM gone UNION ALL SELECT * FROM come) changed`;
  return changed.map(({ id }) => id);
}

const one = ({ collectionId }: Placed): Prisma.Sql =>
  collectionId === undefined ? Prisma.sql`TRUE` : Prisma.sql`"id" = ${collectionId}::uuid`;

// The least price in each currency is read once for each product, whatever the number of rules.
const candidates = (products: string[] | null): Prisma.Sql => Prisma.sql`
  SELECT p."id", lower(p."type") AS kind, lower(p."vendor") AS vendor, lower(p."title") AS title, lower(p."titleZh") AS title_zh,
    ARRAY(SELECT lower(t) FROM unnest(p."tags" || p."tagsZh") t) AS tags, sold.least, coalesce(sold.reduced, FALSE) AS reduced
  FROM "Product" p CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(c."currency", c.least) AS least, bool_or(c.reduced) AS reduced FROM (
      SELECT n."currency", min(n."amountMinor") AS least, bool_or(n."compareAtMinor" > n."amountMinor") AS reduced
      FROM "Variant" v JOIN catalog.current_price n ON n."variantId" = v."id" WHERE v."productId" = p."id" AND v."retiredAt" IS NULL
      GROUP BY n."currency") c) sold
  WHERE ${products}::uuid[] IS NULL OR p."id" = ANY (${products}::uuid[])`;

/** Whether a product meets a rule: small and capital letters are alike, a price that it has not meets none. The same in plain words: collections.test.ts. */
const meets = Prisma.sql`CASE r."condition"
  WHEN 'TAG_IS' THEN lower(r."value") = ANY (p.tags)
  WHEN 'TAG_IS_NOT' THEN lower(r."value") <> ALL (p.tags)
  WHEN 'KIND_IS' THEN p.kind = lower(r."value")
  WHEN 'KIND_IS_NOT' THEN p.kind <> lower(r."value")
  WHEN 'VENDOR_IS' THEN p.vendor = lower(r."value")
  WHEN 'VENDOR_IS_NOT' THEN p.vendor <> lower(r."value")
  WHEN 'TITLE_HAS' THEN strpos(p.title, lower(r."value")) > 0 OR strpos(p.title_zh, lower(r."value")) > 0
  WHEN 'TITLE_HAS_NOT' THEN strpos(p.title, lower(r."value")) = 0 AND strpos(p.title_zh, lower(r."value")) = 0
  WHEN 'TITLE_STARTS' THEN starts_with(p.title, lower(r."value")) OR starts_with(p.title_zh, lower(r."value"))
  WHEN 'TITLE_ENDS' THEN right(p.title, length(lower(r."value"))) = lower(r."value") OR right(p.title_zh, length(lower(r."value"))) = lower(r."value")
  WHEN 'PRICE_BELOW' THEN coalesce((p.least ->> r."currency")::bigint < r."amountMinor", FALSE)
  WHEN 'PRICE_ABOVE' THEN coalesce((p.least ->> r."currency")::bigint > r."amountMinor", FALSE)
  WHEN 'REDUCED' THEN p.reduced END`;

const matches = Prisma.sql`CASE a."match"
  WHEN 'ALL' THEN NOT EXISTS (SELECT 1 FROM "CollectionRule" r WHERE r."collectionId" = a."id" AND NOT (${meets}))
    AND EXISTS (SELECT 1 FROM "CollectionRule" r WHERE r."collectionId" = a."id")
  ELSE EXISTS (SELECT 1 FROM "CollectionRule" r WHERE r."collectionId" = a."id" AND (${meets})) END`;
