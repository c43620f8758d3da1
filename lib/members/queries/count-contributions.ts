import type { Reading } from '@/lib/core/context';

/** How much a member takes part, by what other domains publish: hidden posts are counted too, devices while they are owned. */
export type Deeds = Record<'posts' | 'threads' | 'ideaVotes' | 'orders' | 'devices' | 'reports', number>;

/** Counts it for one member. One statement, each count along an index. */
export async function countContributions(
  { db }: Pick<Reading, 'db'>,
  { memberId }: { memberId: string },
): Promise<Deeds> {
  const [deeds] = await db.$queryRaw<[Deeds]>`
    SELECT
      (SELECT count(*)::int FROM forum.post p WHERE p."authorId" = asked.id) AS posts,
      (SELECT count(*)::int FROM forum.thread t WHERE t."authorId" = asked.id) AS threads,
      (SELECT count(*)::int FROM feedback.idea_vote v WHERE v."memberId" = asked.id) AS "ideaVotes",
      (SELECT count(*)::int FROM orders.placed_order o WHERE o."memberId" = asked.id) AS orders,
      (SELECT count(*)::int FROM ownership.current_owner w WHERE w."memberId" = asked.id) AS devices,
      (SELECT count(*)::int FROM moderation.report r WHERE r."reporterId" = asked.id) AS reports
    FROM (SELECT ${memberId}::uuid AS id) asked`;
  return deeds;
}
