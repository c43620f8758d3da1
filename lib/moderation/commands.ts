import { audit } from '@/lib/core/audit';
import { isMember, memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { spend } from '@/lib/core/limits';
import { readSettings } from '@/lib/core/shop-settings';

import { canModerate, canReport } from './policy';
import { reasonSettings } from './reason-settings';
import { offered } from './choices';
import type { ReportPostInput } from './schema';
import { limits } from './limits';

/** Tells staff of a post that seems wrong, for a reason that is kept with its words; once for each member and post. The caller has made sure that the member sees it, and says who wrote it. */
export async function reportPost(
  ctx: Ctx,
  { post: postId, authorId, reason, note }: ReportPostInput & { authorId: string },
): Promise<{ id: string }> {
  if (!isMember(ctx.actor)) throw new Refused('signed-out');
  allow(ctx.actor.confirmed, 'unconfirmed');
  allow(canReport(ctx.actor, { authorId }));
  const { reasons } = await readSettings(reasonSettings, ctx.db);
  const chosen = offered(reasons).find(({ id }) => id === reason);
  if (!chosen) throw new Refused('reason-retired', 'this reason is not offered', { field: 'reason' });
  await spend(ctx.db, limits.report, ctx.actor.id, ctx.now);
  const words = { reasonLabel: chosen.label, reasonLabelZh: chosen.labelZh };
  const rows = await ctx.db.report.createManyAndReturn({
    data: [{ postId, reporterId: ctx.actor.id, reason, ...words, note, createdAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  const report = rows[0];
  if (!report) throw new Refused('already-reported');
  await ctx.db.$executeRaw`
    INSERT INTO "ReportCase" ("id", "postId", "openedAt", "changedAt") VALUES (${uuid7(ctx.now)}::uuid, ${postId}::uuid, ${ctx.now}, ${ctx.now})
    ON CONFLICT ("postId") WHERE "state" = 'OPEN' DO UPDATE SET "reports" = "ReportCase"."reports" + 1, "changedAt" = EXCLUDED."changedAt"`;
  await ctx.record('post.reported', { reportId: report.id });
  return report;
}

type Outcome = 'HIDDEN' | 'WARNED' | 'SUSPENDED' | 'NOTHING_WRONG';

/** Settles all open reports of a post together. Refuses when another of the staff was quicker. */
export async function settleReports(
  ctx: Ctx,
  { post, outcome, reason }: { post: string; outcome: Outcome; reason: string },
): Promise<{ settled: number }> {
  allow(canModerate(ctx.actor));
  // Locked before the reports are read: one that is sent meanwhile either is among them or opens the next case.
  await ctx.db.$queryRaw`SELECT 1 FROM "ReportCase" WHERE "postId" = ${post}::uuid AND "state" = 'OPEN' FOR UPDATE`;
  const { count } = await ctx.db.report.updateMany({
    where: { postId: post, resolvedAt: null },
    data: { resolvedAt: ctx.now, resolvedById: memberId(ctx.actor), outcome },
  });
  if (count === 0) throw new Refused('already-settled');
  const decision = { outcome, reason, decidedById: memberId(ctx.actor), decidedAt: ctx.now, changedAt: ctx.now };
  await ctx.db.reportCase.updateMany({
    where: { postId: post, state: 'OPEN' },
    data: { ...decision, state: 'DECIDED', reports: count },
  });
  await audit(ctx, { act: 'reports.settle', subject: ['post', post], reason, detail: { outcome, reports: count } });
  return { settled: count };
}

export { arrangeReason, saveReason } from './arrange-reasons';
