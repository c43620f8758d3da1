import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import { mayReadThread } from '../visible-boards';

export type Told = { author: boolean; voters: number };

/** Whom the next step of an idea will be told to, if `actorId` makes it: its author, and how many voters besides who may still read it. One statement. */
export async function countTold(
  { db }: Pick<Reading, 'db'>,
  { ideaId, actorId }: { ideaId: string; actorId: string },
): Promise<Told> {
  const [told] = await db.$queryRaw<Told[]>`
    SELECT coalesce(bool_or(hearer."id" = t."authorId"), false) AS author,
      (count(*) FILTER (WHERE hearer."id" <> t."authorId"))::int AS voters
    FROM feedback.idea i JOIN "Thread" t ON t."id" = i."threadId" JOIN "Board" b ON b."id" = t."boardId"
    CROSS JOIN LATERAL (SELECT t."authorId" AS "id" UNION SELECT v."memberId" FROM feedback.idea_vote v WHERE v."ideaId" = i."id") hearer
    WHERE i."id" = ${ideaId}::uuid AND hearer."id" <> ${actorId}::uuid AND (${mayReadThread(Prisma.sql`hearer."id"`)})`;
  return told ?? { author: false, voters: 0 };
}
