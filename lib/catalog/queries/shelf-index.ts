import type { Reading } from '@/lib/core/context';

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
};

/** The products on show, the newest first, of all kinds or of one, with what they are narrowed by. One statement. */
export async function readShelfIndex(
  { db }: Pick<Reading, 'db'>,
  { kind, currency }: { kind?: string; currency: string },
): Promise<ShelfRow[]> {
  return db.$queryRaw<ShelfRow[]>`
    SELECT p."id"::text, p."type" AS kind, p."title", p."titleZh", sold."priceMinor",
      CASE WHEN sold."open" THEN 'open' WHEN sold."inShop" THEN 'sold-out' ELSE 'drops' END AS selling
    FROM (SELECT * FROM "Product" WHERE "status" = 'ACTIVE' AND (${kind ?? null}::text IS NULL OR "type" = ${kind ?? null}::text)
      ORDER BY "createdAt" DESC, "id" DESC LIMIT ${mostOnShelf}::int) p
    CROSS JOIN LATERAL (
      SELECT (min(c."amountMinor") FILTER (WHERE c."currency" = ${currency}))::float8 AS "priceMinor",
        coalesce(bool_or(s."inShop"), false) AS "inShop", coalesce(bool_or(s."inShop" AND s."units" > 0), false) AS "open"
      FROM "Variant" v LEFT JOIN catalog.current_price c ON c."variantId" = v."id" LEFT JOIN stock.open_variant s ON s."variantId" = v."id"
      WHERE v."productId" = p."id" AND v."retiredAt" IS NULL) sold
    ORDER BY p."createdAt" DESC, p."id" DESC`;
}
