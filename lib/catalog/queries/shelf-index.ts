import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import { mostOnShelf } from '../choices/shelf-view';
import type { Selling } from './shelf-of';

/** A product as the shelf is narrowed and ordered by: its least price is in the shop's own currency, null where it has none in it. */
export type ShelfRow = {
  id: string;
  kind: string;
  title: string;
  titleZh: string;
  priceMinor: number | null;
  selling: Selling;
  /** Its place among those that were read, the newest first. */
  age: number;
};

type Wanted = { kind?: string; collectionId?: string; currency: string };

/**
 * The products on show, the newest first, of all kinds or of one, or those of a collection in its order, with what they are narrowed by. One statement.
 */
export async function readShelfIndex(
  { db }: Pick<Reading, 'db'>,
  { kind, collectionId, currency }: Wanted,
): Promise<ShelfRow[]> {
  return db.$queryRaw<ShelfRow[]>`
    SELECT p."id"::text, p."type" AS kind, p."title", p."titleZh", sold."priceMinor",
      CASE WHEN sold."open" THEN 'open' WHEN sold."inShop" THEN 'sold-out' ELSE 'drops' END AS selling,
      (row_number() OVER (ORDER BY p."createdAt" DESC, p."id" DESC))::int AS age
    FROM (${collectionId === undefined ? shown(kind) : shownIn(collectionId)}) p
    CROSS JOIN LATERAL (
      SELECT (min(c."amountMinor") FILTER (WHERE c."currency" = ${currency}))::float8 AS "priceMinor",
        coalesce(bool_or(s."inShop"), false) AS "inShop", coalesce(bool_or(s."inShop" AND s."units" > 0), false) AS "open"
      FROM "Variant" v LEFT JOIN catalog.current_price c ON c."variantId" = v."id" LEFT JOIN stock.open_variant s ON s."variantId" = v."id"
      WHERE v."productId" = p."id" AND v."retiredAt" IS NULL) sold
    ORDER BY p.place NULLS LAST, p."createdAt" DESC, p."id" DESC`;
}

const shown = (kind?: string): Prisma.Sql => Prisma.sql`
  SELECT "Product".*, NULL::int AS place FROM "Product" WHERE "status" = 'ACTIVE' AND (${kind ?? null}::text IS NULL OR "type" = ${kind ?? null}::text)
  ORDER BY "createdAt" DESC, "id" DESC LIMIT ${mostOnShelf}::int`;

const shownIn = (collectionId: string): Prisma.Sql => Prisma.sql`
  SELECT q.*, s."place" AS place FROM "CollectionProduct" s JOIN "Product" q ON q."id" = s."productId" AND q."status" = 'ACTIVE'
  WHERE s."collectionId" = ${collectionId}::uuid ORDER BY s."place" NULLS LAST, q."createdAt" DESC, q."id" DESC LIMIT ${mostOnShelf}::int`;
