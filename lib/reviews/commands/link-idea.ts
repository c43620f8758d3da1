import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { lockReview, type LockedReview } from './locked';

/** A shown review that no idea was made of, its row locked. */
export async function reviewWithoutIdea(ctx: Ctx, reviewId: string): Promise<LockedReview> {
  const review = await lockReview(ctx, reviewId);
  if (review.state !== 'SHOWN') throw new Refused('review-decided', 'It is not shown');
  if (review.ideaId) throw new Refused('review-has-idea', 'An idea was made of it');
  return review;
}

/** Ties a review to the idea that was made of it. */
export async function linkIdea(ctx: Ctx, { reviewId, ideaId }: { reviewId: string; ideaId: string }): Promise<void> {
  await ctx.db.review.update({ where: { id: reviewId }, data: { ideaId }, select: { id: true } });
  await audit(ctx, { act: 'review.makeIdea', subject: ['review', reviewId], detail: { ideaId } });
}
