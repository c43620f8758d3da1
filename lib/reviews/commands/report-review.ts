import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { limits } from '../limits';
import { isOwn } from '../policy';
import type { ReportReview } from '../schema';
import { lockShownReview, speaker } from './locked';

/** Tells staff that a review breaks a rule; once for each member and review, and again where it was changed since their report was settled. */
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
  const report = rows[0] ?? (await reportAnew(ctx, { reviewId, reporter, rule, note }));
  if (!report) throw new Refused('review-reported');
  await ctx.db.review.update({ where: { id: reviewId }, data: { reports: { increment: 1 } }, select: { id: true } });
  await ctx.record('review.reported', { reportId: report.id });
  return report;
}

type Report = Pick<ReportReview, 'reviewId' | 'rule' | 'note'> & { reporter: string };

async function reportAnew(
  { db, now }: Ctx,
  { reviewId, reporter, rule, note }: Report,
): Promise<{ id: string } | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE "ReviewReport" r SET "rule" = ${rule}::"ReviewRule", "note" = ${note}, "createdAt" = ${now}::timestamptz, "settledAt" = NULL FROM "Review" v
    WHERE v."id" = r."reviewId" AND v."id" = ${reviewId}::uuid AND r."reporterId" = ${reporter}::uuid AND r."settledAt" < v."editedAt" RETURNING r."id"`;
  return rows[0];
}
