import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { limits } from '../limits';
import { isOwn } from '../policy';
import type { ReportReview } from '../schema';
import { lockShownReview, speaker } from './locked';

/** Tells staff that a review breaks a rule; once for each member and review. */
export async function reportReview(ctx: Ctx, { reviewId, rule, note }: ReportReview): Promise<{ id: string }> {
  const reporter = speaker(ctx);
  await spend(ctx.db, limits.report, reporter, ctx.now);
  const review = await lockShownReview(ctx, reviewId);
  allow(!isOwn(ctx.actor, review), 'own-review');
  const rows = await ctx.db.reviewReport.createManyAndReturn({
    data: [{ reviewId, reporterId: reporter, rule, note, createdAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  const report = rows[0];
  if (!report) throw new Refused('review-reported');
  await ctx.db.review.update({ where: { id: reviewId }, data: { reports: { increment: 1 } }, select: { id: true } });
  await ctx.record('review.reported', { reportId: report.id });
  return report;
}
