import type { Raw } from '@/lib/core/raw';

import type { Lying } from './choices/allocate';

type Row = { variantId: string; locationId: string; units: number };

/** Locks variants against every movement, in one order; answers those of them that are counted. */
export async function lockVariants(db: Pick<Raw, '$queryRaw'>, variantIds: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "StockedVariant" WHERE "id" = ANY (${[...new Set(variantIds)]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  return new Set(rows.map(({ id }) => id));
}

/** What is open of variants at places that sell, in the order in which places are taken from. The caller holds the variants. */
export async function listOpen(
  db: Pick<Raw, '$queryRaw'>,
  variantIds: readonly string[],
): Promise<Map<string, Lying[]>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a."variantId", a."locationId", a."units" FROM "StockAccount" a JOIN "StockLocation" l ON l."id" = a."locationId"
    WHERE a."variantId" = ANY (${[...new Set(variantIds)]}::uuid[]) AND a."kind" = 'OPEN' AND a."units" > 0 AND l."sells" AND l."closedAt" IS NULL
    ORDER BY l."position", l."id"`;
  const lying = new Map<string, Lying[]>();
  for (const { variantId, ...place } of rows) lying.set(variantId, [...(lying.get(variantId) ?? []), place]);
  return lying;
}
