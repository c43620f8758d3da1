import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canAnswer } from '../policy';
import type { AnswerReview } from '../schema';
import { lockReview, touchReviews } from './locked';

/** Says for the brand, under a shown review, what everybody reads; a later answer takes the place of the first. Its writer is told of the first. */
export async function answerReview(ctx: Ctx, { reviewId, body, shown }: AnswerReview): Promise<{ id: string }> {
  allow(canAnswer(ctx.actor));
  const review = await lockReview(ctx, reviewId);
  if (review.state !== 'SHOWN') throw new Refused('review-decided', 'It is not shown');
  const before = await ctx.db.reviewAnswer.findUnique({ where: { reviewId }, select: { body: true } });
  if ((before?.body ?? '') !== shown) throw new Refused('review-changed', 'A colleague was quicker');
  const by = memberId(ctx.actor);
  if (!by) throw new Refused('signed-out');
  await (before
    ? ctx.db.reviewAnswer.update({ where: { reviewId }, data: { body, byId: by, editedAt: ctx.now } })
    : ctx.db.reviewAnswer.create({ data: { reviewId, body, byId: by, at: ctx.now } }));
  await audit(ctx, {
    act: before ? 'review.editAnswer' : 'review.answer',
    subject: ['review', reviewId],
    detail: { text: body, ...(before && { before: before.body }) },
  });
  if (!before) await ctx.emit('review.answered', { reviewId });
  touchReviews(ctx, review);
  return { id: reviewId };
}
