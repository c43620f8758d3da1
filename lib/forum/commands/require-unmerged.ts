import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

/** Whether a board waits to be merged or is being merged, on either side. Where the answer must hold until the commit, the tree is locked first. */
export async function isMerging(ctx: Ctx, boardId: string): Promise<boolean> {
  const merge = await ctx.db.boardMerge.findFirst({
    where: { doneAt: null, OR: [{ fromId: boardId }, { intoId: boardId }] },
    select: { id: true },
  });
  return merge !== null;
}

/** Refuses such a board with board-merging. */
export async function requireUnmerged(ctx: Ctx, boardId: string): Promise<void> {
  if (await isMerging(ctx, boardId)) throw new Refused('board-merging', 'the board is being merged');
}
