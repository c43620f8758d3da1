import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { canHide } from '../policy';
import type { DismissReports, HideReview, RestoreReview } from '../schema';
import { lockReview, touchReviews, type LockedReview } from './locked';

/** Hides a review that breaks a rule, with all that is said against it; its writer is told the rule and the reason. */
export async function hideReview(ctx: Ctx, { reviewId, rule, reason }: HideReview): Promise<{ id: string }> {
  const review = await reviewToDecide(ctx, reviewId);
  if (review.state !== 'SHOWN') throw new Refused('review-decided', 'It is not shown');
  await settle(ctx, reviewId);
  await ctx.db.review.update({
    where: { id: reviewId },
    data: { state: 'HIDDEN', rule, reason, stateAt: ctx.now, stateById: memberId(ctx.actor) },
    select: { id: true },
  });
  await audit(ctx, { act: 'review.hide', subject: ['review', reviewId], reason, detail: { rule } });
  await ctx.emit('review.hidden', { reviewId });
  touchReviews(ctx, review);
  return { id: reviewId };
}

/** Shows a hidden review again; one that its writer has withdrawn meanwhile stays withdrawn, and is free of the rule. */
export async function restoreReview(ctx: Ctx, { reviewId, reason }: RestoreReview): Promise<{ id: string }> {
  const review = await reviewToDecide(ctx, reviewId);
  if (review.rule === null) throw new Refused('review-decided', 'It is not hidden');
  const shown = review.state === 'HIDDEN' ? { state: 'SHOWN' as const } : {};
  await ctx.db.review.update({
    where: { id: reviewId },
    data: { ...shown, rule: null, reason, stateAt: ctx.now, stateById: memberId(ctx.actor) },
    select: { id: true },
  });
  await audit(ctx, { act: 'review.restore', subject: ['review', reviewId], reason });
  await ctx.emit('review.restored', { reviewId });
  touchReviews(ctx, review);
  return { id: reviewId };
}

/** Finds nothing wrong with a review that was reported; it stays as it is. */
export async function dismissReports(ctx: Ctx, { reviewId, reason }: DismissReports): Promise<{ settled: number }> {
  await reviewToDecide(ctx, reviewId);
  const settled = await settle(ctx, reviewId);
  if (settled === 0) throw new Refused('review-decided', 'No report waits');
  await audit(ctx, { act: 'review.dismiss', subject: ['review', reviewId], reason, detail: { reports: settled } });
  return { settled };
}

async function reviewToDecide(ctx: Ctx, reviewId: string): Promise<LockedReview> {
  allow(canHide(ctx.actor, { memberId: '' }));
  const review = await lockReview(ctx, reviewId);
  allow(canHide(ctx.actor, review), 'own-review');
  return review;
}

async function settle(ctx: Ctx, reviewId: string): Promise<number> {
  const { count } = await ctx.db.reviewReport.updateMany({
    where: { reviewId, settledAt: null },
    data: { settledAt: ctx.now },
  });
  await ctx.db.review.update({ where: { id: reviewId }, data: { reports: 0 }, select: { id: true } });
  return count;
}
