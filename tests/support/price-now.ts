import { pool } from '@/lib/core/db';

/** Gives variants one price in the currency in which they are listed, since a moment ago, in place of all that they had: test data alone may do so. */
export async function costsNow(variantIds: string[], amountMinor: number): Promise<void> {
  await pool.query('DELETE FROM "Price" WHERE "variantId" = ANY ($1)', [variantIds]);
  await pool.query(
    `INSERT INTO "Price" ("id", "variantId", "currency", "amountMinor", "from")
     SELECT gen_random_uuid(), "id", "currency", $2, now() - interval '1 second' FROM "Variant" WHERE "id" = ANY ($1)`,
    [variantIds, amountMinor],
  );
}
