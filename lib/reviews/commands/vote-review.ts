import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { limits } from '../limits';
import { isOwn } from '../policy';
import type { VoteReview } from '../schema';
import { lockShownReview, speaker } from './locked';

export type ReviewVoted = { on: boolean; helpful: number };

/**
 * Says that a review was helpful, or takes it back; saying the same twice changes nothing, and nobody says it of their own. Public pages follow
 * by themselves within five seconds: a busy review must not empty their caches with every vote.
 */
export async function voteReview(ctx: Ctx, { reviewId, on }: VoteReview): Promise<ReviewVoted> {
  const voter = speaker(ctx);
  await spend(ctx.db, limits.vote, voter, ctx.now);
  const review = await lockShownReview(ctx, reviewId);
  allow(!isOwn(ctx.actor, review), 'own-review');
  const rows = on
    ? await ctx.db.$queryRaw<{ helpful: number }[]>`
        WITH given AS (
          INSERT INTO "ReviewVote" ("reviewId", "memberId", "at") VALUES (${reviewId}::uuid, ${voter}::uuid, ${ctx.now}) ON CONFLICT DO NOTHING RETURNING 1)
        UPDATE "Review" SET "helpful" = "helpful" + (SELECT count(*)::int FROM given) WHERE "id" = ${reviewId}::uuid RETURNING "helpful"`
    : await ctx.db.$queryRaw<{ helpful: number }[]>`
        WITH taken AS (DELETE FROM "ReviewVote" WHERE "reviewId" = ${reviewId}::uuid AND "memberId" = ${voter}::uuid RETURNING 1)
        UPDATE "Review" SET "helpful" = "helpful" - (SELECT count(*)::int FROM taken) WHERE "id" = ${reviewId}::uuid RETURNING "helpful"`;
  return { on, helpful: rows[0]!.helpful };
}
