import type { Reading } from '@/lib/core/context';

import { isPublicBoard } from '../scopes';

/** How many boards and threads everyone may read, and the threads of ideas among them. */
export async function countPublic({
  db,
}: Pick<Reading, 'db'>): Promise<{ boards: number; threads: number; ideas: number }> {
  const [row] = await db.$queryRaw<{ boards: number; threads: number; ideas: number }[]>`
    SELECT (SELECT count(*)::int FROM "Board" b WHERE ${isPublicBoard}) AS "boards", count(*)::int AS "threads",
      (count(*) FILTER (WHERE t."kind" = 'IDEA'))::int AS "ideas"
    FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE t."shown" AND ${isPublicBoard}`;
  return row!;
}
