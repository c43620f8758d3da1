/** Thousands of products by one statement: what a list costs shows only among many. */
import { pool } from '@/lib/core/db';

/** Products an hour apart, the first the newest, and changed in the other order. Most are on show, every hundredth is a draft, the twenty oldest are archived. */
export async function makeManyProducts(count: number): Promise<void> {
  await pool.query(
    `INSERT INTO "Product" ("id", "handle", "title", "status", "createdAt", "updatedAt")
     SELECT md5('product' || i)::uuid, 'many-' || i, 'Lamp ' || md5(i::text),
      (CASE WHEN i > $1 - 20 THEN 'ARCHIVED' WHEN i % 100 = 0 THEN 'DRAFT' ELSE 'ACTIVE' END)::"ProductStatus",
      '2026-06-01'::timestamptz - i * interval '1 hour', '2026-06-01'::timestamptz + i * interval '1 hour' FROM generate_series(1, $1::int) i`,
    [count],
  );
  await pool.query('VACUUM ANALYZE "Product"');
}
