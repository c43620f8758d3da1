import type { Reading } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';

import { mayReadThread } from '../visible-boards';

export type Notified = { author: boolean; voters: number };

/** Who gets the notice of an idea's next step, if `actorId` makes it: whether its author, and how many voters besides, of those who may still read it. One statement. */
export async function countNotified(
  { db }: Pick<Reading, 'db'>,
  { ideaId, actorId }: { ideaId: string; actorId: string },
): Promise<Notified> {
  const [notified] = await db.$queryRaw<Notified[]>`
    SELECT coalesce(bool_or(recipient."id" = t."authorId"), false) AS author,
      (count(*) FILTER (WHERE recipient."id" <> t."authorId"))::int AS voters
    FROM feedback.idea i JOIN "Thread" t ON t."id" = i."threadId" JOIN "Board" b ON b."id" = t."boardId"
    CROSS JOIN LATERAL (SELECT t."authorId" AS "id" UNION SELECT v."memberId" FROM feedback.idea_vote v WHERE v."ideaId" = i."id") recipient
    WHERE i."id" = ${ideaId}::uuid AND recipient."id" <> ${actorId}::uuid AND (${mayReadThread(Prisma.sql`recipient."id"`)})`;
  return notified ?? { author: false, voters: 0 };
}
