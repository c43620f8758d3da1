/** Thousands of ideas of two products by one statement: what a list costs shows only among many. */
import { pool } from '@/lib/core/db';

import { makeMember } from './factories';
import { makeProduct } from './feedback-factories';

export type ManyIdeas = { product: string; rareProduct: string; board: string; rareBoard: string; author: string };

/**
 * Ideas an hour apart, the first the newest; of two that follow one another the first changed last. The older half is shipped; the twenty
 * oldest are of another product and board, and every fiftieth is a problem report.
 */
export async function makeManyIdeas(count: number): Promise<ManyIdeas> {
  const [product, rare, author] = [await makeProduct(), await makeProduct(), await makeMember()];
  await pool.query(
    `INSERT INTO "Thread" ("id", "boardId", "authorId", "kind", "title", "slug", "createdAt", "lastPostAt")
     SELECT md5('many' || i)::uuid, CASE WHEN i > $4 - 20 THEN $3::uuid ELSE $2::uuid END, $1, 'IDEA', 'A lamp that glows ' || i, 'lamp-' || i,
      '2026-06-01'::timestamptz - i * interval '1 hour', now() FROM generate_series(1, $4::int) i`,
    [author.id, product.board.id, rare.board.id, count],
  );
  await pool.query(
    `INSERT INTO "Idea" ("id", "threadId", "productId", "kind", "stage", "stageAt", "voteCount", "createdAt")
     SELECT md5('idea' || i)::uuid, md5('many' || i)::uuid, CASE WHEN i > $3 - 20 THEN $2::uuid ELSE $1::uuid END,
      (CASE WHEN i % 50 = 0 THEN 'REPORT' ELSE 'IDEA' END)::"IdeaKind", (CASE WHEN i > $3 / 2 THEN 'SHIPPED' WHEN i % 100 = 7 THEN 'DECLINED' ELSE 'NEW' END)::"IdeaStage",
      '2026-07-01'::timestamptz - i * interval '1 hour', i % 977, '2026-06-01'::timestamptz - i * interval '1 hour' FROM generate_series(1, $3::int) i`,
    [product.id, rare.id, count],
  );
  await pool.query('VACUUM ANALYZE "Thread", "Idea", "IdeaWords"');
  return {
    ...{ product: product.id, rareProduct: rare.id, author: author.id },
    ...{ board: product.board.id, rareBoard: rare.board.id },
  };
}
