import type { Reading } from '@/lib/core/context';
import { dayBegins, mostFound } from '@/lib/core/list';
import { foundIn, type Found } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';

import type { AskedReports } from './list';

type Wanted = { asked: Pick<AskedReports, 'filters'>; zone: string };

/**
 * The reported posts that filters by reason, board, author or reporter leave, the latest of them where there are very many: each further
 * filter is asked here too, so that it makes more of them reachable.
 */
export async function findReportCases(
  { db }: Pick<Reading, 'db'>,
  { asked: { filters }, zone }: Wanted,
): Promise<Found> {
  const { reason, board, author, reporter, state, outcome, from, until } = filters;
  if (!(reason || board || author || reporter)) return { ids: [], cut: false };
  const placed = author || board ? Prisma.sql`JOIN forum.placed_post p ON p."id" = c."postId"` : Prisma.empty;
  const said = Prisma.sql`x."postId" = c."postId" AND x."resolvedAt" IS NOT DISTINCT FROM c."decidedAt"`;
  const conditions = [
    reason && Prisma.sql`EXISTS (SELECT 1 FROM "Report" x WHERE ${said} AND x."reason" = ${reason})`,
    reporter && Prisma.sql`EXISTS (SELECT 1 FROM "Report" x WHERE ${said} AND x."reporterId" = ${idOf(reporter)})`,
    author && Prisma.sql`p."authorId" = ${idOf(author)}`,
    board && Prisma.sql`p."boardId" = ${board}::uuid`,
    state && Prisma.sql`c."state" = ${state}::"ReportCaseState"`,
    outcome && Prisma.sql`c."outcome" = ${outcome}::"ReportOutcome"`,
    from && Prisma.sql`c."openedAt" >= ${dayBegins(from, zone)}::timestamptz`,
    until && Prisma.sql`c."openedAt" < ${dayBegins(until, zone, 1)}::timestamptz`,
  ].flatMap((each) => each || []);
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT c."id"::text FROM "ReportCase" c ${placed} WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY c."changedAt" DESC, c."id" DESC LIMIT ${mostFound + 1}`);
  return foundIn(rows);
}

const idOf = (handle: string) => Prisma.sql`(SELECT m."id" FROM members.person m WHERE m."handle" = ${handle})`;
