import type { Reading } from '@/lib/core/context';
import type { SearchKind } from '@/lib/core/prisma-client/enums';

import { exactly } from '../choices/doc-text';

type Wanted = { kind: SearchKind; audiences: readonly string[]; q: string; any?: boolean; skip: number; take: number };
export type FoundDocs = { ids: string[]; count: number; /** Whether there are more than are counted. */ more: boolean };

/** So many results are counted. */
export const mostCounted = 2_000;

// A word that stands in more documents than this is looked for among so many of the newest as well: to read and rank all of them, and to sort them
// by time, would take a second among a million.
const mostRead = 3_000;
const newest = 3_000;

/**
 * What somebody finds among what their audiences may read: first what is called exactly so, then what has all words in its names, then the
 * others, and of each the newest first. `any` asks for one of the words instead of all. It counts all of them, also where none is so far behind. One statement.
 */
export async function findDocs(
  { db }: Pick<Reading, 'db'>,
  { kind, audiences, q, any = false, skip, take }: Wanted,
): Promise<FoundDocs> {
  const name = exactly(q);
  const rows = await db.$queryRaw<{ id: string | null; count: number }[]>`
    WITH asked AS (SELECT search_found_by(${q}, ${any}) AS query),
    few AS (SELECT d."id", d."at", d."names" FROM "SearchDoc" d
      WHERE d."words" @@ (SELECT query FROM asked) AND d."kind" = ${kind}::"SearchKind" AND d."audience" = ANY(${audiences}::text[])
      LIMIT ${mostRead}::int),
    late AS (SELECT n."id", n."at", n."names" FROM (
        SELECT d."id", d."at", d."names", d."words" FROM "SearchDoc" d
        WHERE d."kind" = ${kind}::"SearchKind" AND d."audience" = ANY(${audiences}::text[]) ORDER BY d."at" DESC, d."id" DESC LIMIT ${newest}::int) n
      WHERE (SELECT count(*) FROM few) = ${mostRead}::int AND n."words" @@ (SELECT query FROM asked)),
    matching AS (
      SELECT d."id", d."at", 0 AS place FROM "SearchDoc" d
      WHERE d."exact" @> ARRAY[${name}]::text[] AND d."kind" = ${kind}::"SearchKind" AND d."audience" = ANY(${audiences}::text[])
      UNION ALL SELECT m."id", m."at", CASE WHEN m."names" @@ (SELECT query FROM asked) THEN 1 ELSE 2 END
      FROM (SELECT * FROM few UNION ALL SELECT * FROM late) m),
    found AS (SELECT "id", "at", min(place) AS place FROM matching GROUP BY "id", "at"),
    page AS (SELECT f."id", f."at", f.place FROM found f ORDER BY f.place, f."at" DESC, f."id" DESC OFFSET ${skip}::int LIMIT ${take}::int)
    SELECT p."id"::text, (SELECT count(*)::int FROM found) AS "count" FROM (VALUES (1)) one LEFT JOIN page p ON true
    ORDER BY p.place, p."at" DESC, p."id" DESC`;
  const count = rows[0]?.count ?? 0;
  const ids = rows.flatMap(({ id }) => id ?? []);
  return { ids, count: Math.min(count, mostCounted), more: count > mostCounted };
}
