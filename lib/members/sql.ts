import type { Db } from '@/lib/core/db';
import { after, day } from '@/lib/core/time';

import { isActiveSuspension } from './scopes';

/** The published rule of docs/trust.md. Levels only rise here; level 4 and all that staff gave are left alone. */
export async function raiseTrust(db: Db, now: Date): Promise<{ id: string; handle: string; trust: number }[]> {
  const seenSince = after(now, -2 * day);
  const calmSince = after(now, -30 * day);
  return db.$queryRaw`
    WITH seen AS (
      SELECT m."id", m."trust", extract(epoch FROM ${now} - m."createdAt") / 86400 AS days
      FROM "Member" m
      WHERE m."lastSeenAt" > ${seenSince} AND m."trust" < 3 AND m."emailVerifiedAt" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "TrustGrant" g WHERE g."memberId" = m."id")
        AND NOT EXISTS (SELECT 1 FROM "Suspension" s WHERE s."memberId" = m."id" AND (${isActiveSuspension(now)} OR s."at" > ${calmSince}))
    ), counted AS (
      SELECT seen.*, written.posts + CASE WHEN owned.owns THEN 5 ELSE 0 END AS posts,
        written.votes + CASE WHEN owned.owns THEN 10 ELSE 0 END + led.ideas * 20 AS votes
      FROM seen
      CROSS JOIN LATERAL (
        SELECT count(*) AS posts, coalesce(sum(p."voteCount"), 0) AS votes FROM forum.shown_post p
        WHERE p."authorId" = seen."id") written
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM ownership.current_owner o WHERE o."memberId" = seen."id") AS owns) owned
      CROSS JOIN LATERAL (SELECT count(DISTINCT c."ideaId") AS ideas FROM feedback.credit c WHERE c."memberId" = seen."id") led
    ), earned AS (
      SELECT "id", "trust", CASE
        WHEN days >= 30 AND posts >= 30 AND votes >= 60 THEN 3
        WHEN days >= 7 AND posts >= 5 AND votes >= 10 THEN 2
        WHEN days >= 1 OR votes >= 1 THEN 1
        ELSE 0 END AS level
      FROM counted
    )
    UPDATE "Member" m SET "trust" = earned.level FROM earned
    WHERE m."id" = earned."id" AND m."trust" = earned."trust" AND earned.level > m."trust"
    RETURNING m."id", m."handle", m."trust"`;
}
