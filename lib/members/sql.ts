import type { Db } from '@/lib/core/db';
import { after, day } from '@/lib/core/time';

import type { TrustRule } from './choices/trust-rule';
import { isActiveSuspension, isConfirmed } from './scopes';

/** Applies the rule of docs/trust.md. Levels only rise here; level 4 and all that staff gave are left alone. */
export async function raiseTrust(
  db: Db,
  now: Date,
  rule: TrustRule,
): Promise<{ id: string; handle: string; trust: number }[]> {
  const seenSince = after(now, -2 * day);
  const calmSince = after(now, -rule.calmDays * day);
  return db.$queryRaw`
    WITH seen AS (
      SELECT m."id", m."trust", extract(epoch FROM ${now} - m."createdAt") / 86400 AS days
      FROM "Member" m
      WHERE m."lastSeenAt" > ${seenSince} AND m."trust" < 3 AND ${isConfirmed}
        AND NOT EXISTS (SELECT 1 FROM "TrustGrant" g WHERE g."memberId" = m."id")
        AND NOT EXISTS (SELECT 1 FROM "Suspension" s WHERE s."memberId" = m."id" AND (${isActiveSuspension(now)} OR s."at" > ${calmSince}))
    ), counted AS (
      SELECT seen.*, written.posts + CASE WHEN owned.owns THEN ${rule.owningPosts}::int ELSE 0 END AS posts,
        written.votes + CASE WHEN owned.owns THEN ${rule.owningVotes}::int ELSE 0 END + led.ideas * ${rule.creditedVotes}::int AS votes
      FROM seen
      CROSS JOIN LATERAL (
        SELECT count(*) AS posts, coalesce(sum(p."voteCount"), 0) AS votes FROM forum.shown_post p
        WHERE p."authorId" = seen."id") written
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM ownership.current_owner o WHERE o."memberId" = seen."id") AS owns) owned
      CROSS JOIN LATERAL (SELECT count(DISTINCT c."ideaId") AS ideas FROM feedback.credit c WHERE c."memberId" = seen."id") led
    ), earned AS (
      SELECT "id", "trust", CASE
        WHEN days >= ${rule.trustedDays} AND posts >= ${rule.trustedPosts}::int AND votes >= ${rule.trustedVotes}::int THEN 3
        WHEN days >= ${rule.regularDays} AND posts >= ${rule.regularPosts}::int AND votes >= ${rule.regularVotes}::int THEN 2
        WHEN days >= ${rule.memberDays} OR votes >= ${rule.memberVotes}::int THEN 1
        ELSE 0 END AS level
      FROM counted
    )
    UPDATE "Member" m SET "trust" = earned.level FROM earned
    WHERE m."id" = earned."id" AND m."trust" = earned."trust" AND earned.level > m."trust"
    RETURNING m."id", m."handle", m."trust"`;
}
