import { audit } from '@/lib/core/audit';
import { isMember, memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { ideaId } from '@/lib/feedback/published';
import { memberHandle } from '@/lib/members/published';

import { canModerate, canReport } from './policy';
import type { HidePostInput, ReportPostInput, RestorePostInput } from './schema';
import { limits } from './limits';

/** Tells staff of a post that seems wrong; once for each member and post. The caller has made sure that the member sees it. */
export async function reportPost(ctx: Ctx, { post: postId, reason, note }: ReportPostInput): Promise<{ id: string }> {
  const post = found(await ctx.db.post.findFirst({ where: { id: postId, hiding: null }, select: { authorId: true } }));
  if (!isMember(ctx.actor)) throw new Refused('signed-out');
  allow(ctx.actor.confirmed, 'unconfirmed');
  allow(canReport(ctx.actor, post));
  await spend(ctx.db, limits.report, ctx.actor.id, ctx.now);
  const rows = await ctx.db.report.createManyAndReturn({
    data: [{ postId, reporterId: ctx.actor.id, reason, note, createdAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  const report = rows[0];
  if (!report) throw new Refused('already-reported');
  await ctx.record('post.reported', { reportId: report.id });
  return report;
}

/** Takes a post out of sight everywhere; its author is told why. */
export async function hidePost(ctx: Ctx, { post: postId, reason }: HidePostInput): Promise<void> {
  allow(canModerate(ctx.actor));
  const post = await postInThread(ctx, postId);
  const fields = { byId: memberId(ctx.actor), reason, at: ctx.now };
  const hidden = await ctx.db.hiding.findUnique({ where: { postId }, select: { byId: true } });
  if (hidden && hidden.byId !== post.authorId) return;
  await ctx.db.hiding.upsert({ where: { postId }, create: { postId, ...fields }, update: fields });
  await audit(ctx, {
    act: 'post.hide',
    subject: ['post', postId],
    reason,
    detail: { thread: post.thread.number, post: post.number },
  });
  touchPost(ctx, post);
  await ctx.emit('post.hidden', { postId, reason });
}

/** Puts a hidden post back; its author is told. */
export async function restorePost(ctx: Ctx, { post: postId, reason }: RestorePostInput): Promise<void> {
  allow(canModerate(ctx.actor));
  const post = await postInThread(ctx, postId);
  const { count } = await ctx.db.hiding.deleteMany({ where: { postId } });
  if (count === 0) return;
  await audit(ctx, {
    act: 'post.restore',
    subject: ['post', postId],
    reason,
    detail: { thread: post.thread.number, post: post.number },
  });
  touchPost(ctx, post);
  await ctx.emit('post.restored', { postId });
}

type Outcome = 'HIDDEN' | 'WARNED' | 'SUSPENDED' | 'NOTHING_WRONG';

/** Settles all open reports of a post together. Refuses when another of the staff was quicker. */
export async function settleReports(
  ctx: Ctx,
  { post, outcome, reason }: { post: string; outcome: Outcome; reason: string },
): Promise<{ settled: number }> {
  allow(canModerate(ctx.actor));
  const { count } = await ctx.db.report.updateMany({
    where: { postId: post, resolvedAt: null },
    data: { resolvedAt: ctx.now, resolvedById: memberId(ctx.actor), outcome },
  });
  if (count === 0) throw new Refused('already-settled');
  await audit(ctx, { act: 'reports.settle', subject: ['post', post], reason, detail: { outcome, reports: count } });
  return { settled: count };
}

async function postInThread(ctx: Ctx, id: string) {
  return found(
    await ctx.db.post.findUnique({
      where: { id },
      select: {
        authorId: true,
        number: true,
        author: { select: memberHandle },
        thread: { select: { number: true, board: { select: { slug: true } }, idea: { select: ideaId } } },
      },
    }),
  );
}

type Placed = Awaited<ReturnType<typeof postInThread>>;

function touchPost(ctx: Ctx, { thread, author }: Placed): void {
  ctx.touch(
    `thread:${thread.number}`,
    `board:${thread.board.slug}`,
    'boards',
    'threads',
    'home',
    `member:${author.handle}`,
  );
  if (thread.idea) ctx.touch('ideas', `idea:${thread.idea.id}`, 'roadmap');
}
