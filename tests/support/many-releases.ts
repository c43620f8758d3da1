/** Thousands of releases by one statement: what a list costs shows only among many. */
import { pool } from '@/lib/core/db';

import { makeProduct } from './feedback-factories';

/** Releases an hour apart, the first the newest. Every hundredth is a draft, the twenty oldest are of another product. */
export async function makeManyReleases(count: number): Promise<{ product: string; rareProduct: string }> {
  const [{ id: product }, { id: rareProduct }] = [await makeProduct(), await makeProduct()];
  await pool.query(
    `INSERT INTO "Release" ("id", "slug", "productId", "kind", "version", "title", "markdown", "html", "createdAt", "publishedAt")
     SELECT md5('release' || i)::uuid, 'many-' || i, CASE WHEN i > $1 - 20 THEN $3::uuid ELSE $2::uuid END,
      (CASE WHEN i % 3 = 0 THEN 'APP' WHEN i % 500 = 1 THEN 'HARDWARE' ELSE 'FIRMWARE' END)::"ReleaseKind", '1.' || i, 'Glow ' || md5(i::text), '', '',
      '2026-06-01'::timestamptz - i * interval '1 hour', CASE WHEN i % 100 = 0 THEN NULL ELSE '2026-06-02'::timestamptz - i * interval '1 hour' END
     FROM generate_series(1, $1::int) i`,
    [count, product, rareProduct],
  );
  await pool.query('VACUUM ANALYZE "Release"');
  return { product, rareProduct };
}
