import type { Reading } from '@/lib/core/context';
import { dayBegins, mostFound } from '@/lib/core/list';
import { foundByAll, foundIn, type Found } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';

import type { AskedIdeas } from '../list';
import { ideaJoins } from '../sql';

type Reads = Pick<Reading, 'db'>;
type Wanted = { asked: Pick<AskedIdeas, 'q' | 'filters'>; zone: string };

/** The ids that a search for words and the filter by board have in common. */
export async function findIdeas(reading: Reads, { asked: { q, filters }, zone }: Wanted): Promise<Found> {
  const found: Found[] = [];
  if (q) found.push(await byWords(reading, q));
  if (filters.board) found.push(await onBoard(reading, { ...filters, board: filters.board }, zone));
  return foundByAll(found);
}

// Words that stand in more titles than are taken are looked for among the newest ideas alone.
const newest = 10_000;

async function byWords({ db }: Reads, q: string): Promise<Found> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT w."ideaId"::text AS "id" FROM "IdeaWords" w WHERE array_to_tsvector(w."words") @@ search_query(${q}) LIMIT ${mostFound + 1}`);
  if (rows.length <= mostFound) return foundIn(rows);
  const latest = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT n."ideaId"::text AS "id" FROM (SELECT "ideaId", "words" FROM "IdeaWords" ORDER BY "createdAt" DESC, "ideaId" DESC LIMIT ${newest}) n
    WHERE array_to_tsvector(n."words") @@ search_query(${q}) LIMIT ${mostFound}`);
  return { ids: latest.map(({ id }) => id), cut: true };
}

// The newest on the board that the other filters leave: each of them makes more of the board reachable.
async function onBoard({ db }: Reads, wanted: AskedIdeas['filters'] & { board: string }, zone: string): Promise<Found> {
  const { board, kind, product, stage, from, until } = wanted;
  const also = [
    kind && Prisma.sql`i."kind" = ${kind}::"IdeaKind"`,
    product && Prisma.sql`i."productId" = ${product}::uuid`,
    stage && Prisma.sql`i."stage" = ${stage}::"IdeaStage"`,
    from && Prisma.sql`i."createdAt" >= ${dayBegins(from, zone)}::timestamptz`,
    until && Prisma.sql`i."createdAt" < ${dayBegins(until, zone, 1)}::timestamptz`,
  ].flatMap((each) => each || []);
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT i."id"::text FROM "Idea" i ${ideaJoins}
    WHERE ${Prisma.join([Prisma.sql`t."boardId" = ${board}::uuid`, ...also], ' AND ')}
    ORDER BY i."createdAt" DESC, i."id" DESC LIMIT ${mostFound + 1}`);
  return foundIn(rows);
}
