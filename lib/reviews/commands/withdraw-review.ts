import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';

import { isOwn } from '../policy';
import type { WithdrawReview } from '../schema';
import { lockReview, touchReviews } from './locked';

/** Takes the actor's own review away from readers; they may write it again. */
export async function withdrawReview(ctx: Ctx, { reviewId }: WithdrawReview): Promise<void> {
  if (!memberId(ctx.actor)) throw new Refused('signed-out');
  const review = await lockReview(ctx, reviewId);
  found(isOwn(ctx.actor, review) || null, 'review');
  if (review.state === 'WITHDRAWN') return;
  await ctx.db.review.update({
    where: { id: reviewId },
    data: { state: 'WITHDRAWN', stateAt: ctx.now, stateById: memberId(ctx.actor) },
    select: { id: true },
  });
  await ctx.record('review.withdrawn', { reviewId });
  touchReviews(ctx, review);
}
