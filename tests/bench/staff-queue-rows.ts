/** Ideas, reported posts and products for the staff's lists, beside the rows of staff-rows.ts. */
import { createHash } from 'node:crypto';

type Step = [what: string, statement: string, values: unknown[]];

export const queueTables = ['Idea', 'IdeaWords', 'IdeaVote', 'Product', 'Variant', 'Price', 'Report', 'ReportCase'];

/** The id that PostgreSQL makes of a text by `md5(…)::uuid`. */
export function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [0, 8, 12, 16, 20].map((from, at, all) => hex.slice(from, all[at + 1] ?? 32)).join('-');
}

const moment = `'2026-11-01'::timestamptz - (i::float8 / $1::int) * interval '3 years'`;
// A tenth of the shop's rows, as many ideas and reported posts; a hundredth, as many products.
const tenth = 'FROM generate_series(1, $1::int / 10) i';
const idea = "md5('idea' || i)::uuid";

/** What to fill in, one statement each; posts and members of the same numbers are there. */
export function queueSteps(rows: number): Step[] {
  const step = (what: string, statement: string): Step => [what, statement, [rows]];
  return [
    step(
      'Board',
      `INSERT INTO "Board" ("id", "slug", "name", "visibility", "createdAt") SELECT md5('board')::uuid, 'bench', 'Bench', 'PUBLIC', now() WHERE $1::int > 0`,
    ),
    step(
      'Products',
      `INSERT INTO "Product" ("id", "handle", "title", "status", "createdAt", "updatedAt")
      SELECT md5('product' || i)::uuid, 'bench-' || i, 'Lamp ' || md5(i::text), (CASE WHEN i % 50 = 0 THEN 'DRAFT' WHEN i % 5 = 0 THEN 'ARCHIVED' ELSE 'ACTIVE' END)::"ProductStatus",
        ${moment}, ${moment} FROM generate_series(1, $1::int / 100) i`,
    ),
    step(
      'Variants',
      `INSERT INTO "Variant" ("id", "productId", "position", "title", "sku", "currency")
      SELECT md5('variant' || i)::uuid, md5('product' || i)::uuid, 0, 'One', 'SKU-' || i, 'USD' FROM generate_series(1, $1::int / 100) i`,
    ),
    step(
      'Prices',
      `INSERT INTO "Price" ("id", "variantId", "currency", "amountMinor", "from")
      SELECT md5('price' || i)::uuid, md5('variant' || i)::uuid, 'USD', 9900, ${moment} FROM generate_series(1, $1::int / 100) i`,
    ),
    step(
      'Threads of ideas',
      `INSERT INTO "Thread" ("id", "number", "boardId", "authorId", "kind", "title", "slug", "createdAt", "lastPostAt")
      SELECT md5('about' || i)::uuid, 10000000 + i, md5('board')::uuid, md5('member' || i)::uuid, 'IDEA', 'A lamp that glows ' || i, 'lamp-' || i, ${moment}, now() ${tenth}`,
    ),
    step(
      'Ideas',
      `INSERT INTO "Idea" ("id", "threadId", "productId", "kind", "stage", "stageAt", "voteCount", "createdAt")
      SELECT ${idea}, md5('about' || i)::uuid, md5('product' || 1 + i % 20)::uuid, (CASE WHEN i % 50 = 0 THEN 'REPORT' ELSE 'IDEA' END)::"IdeaKind",
        (ARRAY['NEW', 'NEW', 'NEW', 'DECLINED', 'SHIPPED'])[1 + i % 5]::"IdeaStage", ${moment}, 3 + i % 997, ${moment} ${tenth}`,
    ),
    step(
      'Their words',
      `INSERT INTO "IdeaWords" ("ideaId", "createdAt", "words") SELECT ${idea}, ${moment}, ARRAY['a', 'lamp', 'that', 'glows', i::text, (10000000 + i)::text] ${tenth}`,
    ),
    step(
      'Votes',
      `INSERT INTO "IdeaVote" ("ideaId", "memberId", "at") SELECT ${idea}, md5('member' || 1 + (i * 7 + vote) % $1::int)::uuid, now() FROM generate_series(1, $1::int / 10) i, generate_series(1, 3) vote`,
    ),
    step(
      'Reported posts',
      `INSERT INTO "ReportCase" ("id", "postId", "state", "reports", "openedAt", "changedAt", "outcome", "decidedById", "decidedAt")
      SELECT md5('case' || i)::uuid, md5('post' || i)::uuid, (CASE WHEN i < $1::int / 100 THEN 'OPEN' ELSE 'DECIDED' END)::"ReportCaseState", 1, ${moment}, ${moment},
        CASE WHEN i >= $1::int / 100 THEN (ARRAY['HIDDEN', 'HIDDEN', 'NOTHING_WRONG', 'WARNED'])[1 + i % 4]::"ReportOutcome" END,
        CASE WHEN i >= $1::int / 100 THEN md5('member1')::uuid END, CASE WHEN i >= $1::int / 100 THEN ${moment} END ${tenth}`,
    ),
    step(
      'Reports',
      `INSERT INTO "Report" ("id", "postId", "reporterId", "reason", "reasonLabel", "reasonLabelZh", "createdAt", "resolvedAt", "resolvedById", "outcome")
      SELECT md5('report' || i)::uuid, c."postId", md5('member' || 1 + i % 1000)::uuid, (ARRAY['SPAM', 'SPAM', 'ABUSE'])[1 + i % 3], 'Spam', '广告', c."openedAt", c."decidedAt", c."decidedById", c."outcome"
      ${tenth} JOIN "ReportCase" c ON c."id" = md5('case' || i)::uuid`,
    ),
  ];
}
