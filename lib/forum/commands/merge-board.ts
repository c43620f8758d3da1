import { audit } from '@/lib/core/audit';
import { may, memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { enqueue } from '@/lib/core/jobs';
import { after, minute } from '@/lib/core/time';

import { mergeBoardJob } from '../jobs';
import { isWithin } from '../rules';
import { ruledBoard } from '../scopes';
import { lockTree } from './board-tree';
import { requireUnmerged } from './require-unmerged';

/** How long a merge waits, so that it can be called back. */
const mergeWaits = 2 * minute;

type Merging = { board: string; into: string };

/**
 * Puts a board into another in two minutes: all threads go over, the board is gone, its address leads on. Refuses with merge-would-open
 * where more people would read the threads, with board-merge-product where ideas or reviews would lose their product, and with
 * board-has-children, board-archived (the other), board-merging and board-merge-same.
 */
export async function mergeBoard(ctx: Ctx, { board: slug, into: target }: Merging): Promise<{ merge: string }> {
  allow(may(ctx.actor, 'forum.openBoards'));
  await lockTree(ctx);
  const [from, into] = [await boardOf(ctx, slug), await boardOf(ctx, target)];
  await requireUnmerged(ctx, from.id);
  await requireUnmerged(ctx, into.id);
  await requireMergeable(ctx, from, into);
  const merge = await ctx.db.boardMerge.create({
    data: {
      fromId: from.id,
      fromSlug: from.slug,
      intoId: into.id,
      byId: memberId(ctx.actor),
      total: from.threadCount,
      at: ctx.now,
      runAt: after(ctx.now, mergeWaits),
    },
    select: { id: true, runAt: true },
  });
  await enqueue(ctx.db, mergeBoardJob, { mergeId: merge.id }, { runAt: merge.runAt });
  const detail = { from: from.slug, into: into.slug, threads: from.threadCount };
  await audit(ctx, { act: 'board.merge', subject: ['board', from.id], detail });
  return { merge: merge.id };
}

/** Calls a merge back while it has not begun; refuses with merge-begun. */
export async function callBackMerge(ctx: Ctx, { merge: id }: { merge: string }): Promise<void> {
  allow(may(ctx.actor, 'forum.openBoards'));
  const merge = found(await ctx.db.boardMerge.findUnique({ where: { id }, select: { intoId: true } }));
  const { count } = await ctx.db.boardMerge.deleteMany({ where: { id, startedAt: null } });
  if (count === 0) throw new Refused('merge-begun', 'the merge has begun');
  await audit(ctx, { act: 'board.callBackMerge', subject: ['board', merge.intoId] });
}

type Board = Awaited<ReturnType<typeof boardOf>>;

/** Refuses what must not be merged, as both boards are now. */
export async function requireMergeable(ctx: Ctx, from: Board, into: Board): Promise<void> {
  if (from.id === into.id) throw new Refused('board-merge-same', 'one board', { field: 'into' });
  if (into.archive) throw new Refused('board-archived', 'the other board is archived', { field: 'into' });
  if (from.children.length > 0) throw new Refused('board-has-children', 'boards stand under the board');
  if (!isWithin(into, from)) throw new Refused('merge-would-open', 'more people would read it', { field: 'into' });
  if (from.productId === into.productId) return;
  const ofProduct = await ctx.db.thread.findFirst({
    where: { boardId: from.id, kind: { in: ['IDEA', 'REVIEW'] } },
    select: { id: true },
  });
  if (ofProduct) throw new Refused('board-merge-product', 'ideas belong to a product', { field: 'into' });
}

/** A board by its address or its id, as far as a merge asks. */
export async function boardOf(ctx: Ctx, slugOrId: string, by: 'slug' | 'id' = 'slug') {
  const where = by === 'id' ? { id: slugOrId } : { slug: slugOrId };
  return found(
    await ctx.db.board.findUnique({
      where,
      select: { id: true, slug: true, threadCount: true, children: { select: { id: true }, take: 1 }, ...ruledBoard },
    }),
  );
}
