/** Thousands of reported posts by one statement: what a list costs shows only among many. */
import { pool } from '@/lib/core/db';

import { makeBoard, makeMember, makeThread } from './forum-factories';

export type ManyReports = { board: string; author: string; reporter: string };

/**
 * Reported posts an hour apart, the first the newest. A third of them wait; of the others most were hidden and the twenty oldest had
 * nothing wrong. Each has one report more than its number's remainder by a hundred says.
 */
export async function makeManyReports(count: number): Promise<ManyReports> {
  const [board, author, reporter] = [await makeBoard(), await makeMember(), await makeMember()];
  const { number } = await makeThread(author, board, {});
  await pool.query(
    `INSERT INTO "Post" ("id", "threadId", "number", "authorId", "markdown", "html", "createdAt")
     SELECT md5('many' || i)::uuid, t."id", i + 100, t."authorId", 'x', '<p>x</p>', now() FROM generate_series(1, $1::int) i, "Thread" t WHERE t."number" = $2`,
    [count, number],
  );
  await pool.query(
    `INSERT INTO "ReportCase" ("id", "postId", "state", "reports", "openedAt", "changedAt", "outcome", "decidedById", "decidedAt")
     SELECT md5('case' || i)::uuid, md5('many' || i)::uuid, (CASE WHEN i % 3 = 0 THEN 'OPEN' ELSE 'DECIDED' END)::"ReportCaseState", 1 + i % 100,
      '2026-06-01'::timestamptz - i * interval '1 hour', '2026-06-02'::timestamptz - i * interval '1 hour',
      CASE WHEN i % 3 > 0 THEN (CASE WHEN i > $2 - 30 THEN 'NOTHING_WRONG' ELSE 'HIDDEN' END)::"ReportOutcome" END,
      CASE WHEN i % 3 > 0 THEN $1::uuid END, CASE WHEN i % 3 > 0 THEN '2026-06-02'::timestamptz - i * interval '1 hour' END FROM generate_series(1, $2::int) i`,
    [author.id, count],
  );
  await pool.query(
    `INSERT INTO "Report" ("id", "postId", "reporterId", "reason", "reasonLabel", "reasonLabelZh", "createdAt", "resolvedAt", "resolvedById", "outcome")
     SELECT gen_random_uuid(), c."postId", $1, 'SPAM', 'Spam', '垃圾内容', c."openedAt", c."decidedAt", c."decidedById", c."outcome" FROM "ReportCase" c`,
    [reporter.id],
  );
  await pool.query('VACUUM ANALYZE "Post", "ReportCase", "Report"');
  return { board: board.id, author: author.handle, reporter: reporter.handle };
}
