import type { Reading } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canModerate } from './policy';
import type { ReportReason } from './schema';

/** What one member said against a post. */
export type OpenReport = {
  id: string;
  reason: ReportReason;
  note: string;
  at: Date;
  by: { handle: string; name: string; avatar: string | null };
};

/** How many reported posts one page of the queue shows; as they are decided, the next move up. */
export const mostReportedPosts = 25;
const [oldestReports, mostOfOnePost] = [200, 50];

type Row = Omit<OpenReport, 'by'> & OpenReport['by'] & { postId: string };

/** The posts that wait for a decision, the longest waiting first, each with what is said against it. One statement. */
export async function listOpenReports({ db, actor }: Reading): Promise<{ postId: string; reports: OpenReport[] }[]> {
  allow(canModerate(actor), 'not-found');
  const rows = await db.$queryRaw<Row[]>`
    WITH waiting AS (
      SELECT oldest."postId", min(oldest."createdAt") AS since
      FROM (SELECT "postId", "createdAt" FROM "Report" WHERE "resolvedAt" IS NULL ORDER BY "createdAt", "id" LIMIT ${oldestReports}) oldest
      GROUP BY oldest."postId" ORDER BY since, oldest."postId" LIMIT ${mostReportedPosts}
    )
    SELECT waiting."postId", r."id", r."reason", r."note", r."createdAt" AS "at", p."handle", p."name", p."avatar"
    FROM waiting
    CROSS JOIN LATERAL (
      SELECT x.* FROM "Report" x WHERE x."postId" = waiting."postId" AND x."resolvedAt" IS NULL ORDER BY x."createdAt", x."id" LIMIT ${mostOfOnePost}) r
    JOIN members.person p ON p."id" = r."reporterId"
    ORDER BY waiting.since, waiting."postId", r."createdAt", r."id"`;
  const byPost = new Map<string, OpenReport[]>(rows.map(({ postId }) => [postId, []]));
  for (const row of rows) byPost.get(row.postId)?.push(asReport(row));
  return [...byPost].map(([postId, reports]) => ({ postId, reports }));
}

const asReport = ({ id, reason, note, at, handle, name, avatar }: Row): OpenReport => ({
  id,
  reason,
  note,
  at,
  by: { handle, name, avatar },
});

const mostCounted = 100;

/** How many reports wait, 100 at most, for the start of the staff pages. */
export async function countOpenReports({ db, actor }: Reading): Promise<number> {
  if (!canModerate(actor)) return 0;
  return (await db.report.findMany({ where: { resolvedAt: null }, select: { id: true }, take: mostCounted })).length;
}
