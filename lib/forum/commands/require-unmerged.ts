import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

/** Refuses with board-merging a board that waits to be merged or is being merged, on either side. */
export async function requireUnmerged(ctx: Ctx, boardId: string): Promise<void> {
  const merge = await ctx.db.boardMerge.findFirst({
    where: { doneAt: null, OR: [{ fromId: boardId }, { intoId: boardId }] },
    select: { id: true },
  });
  if (merge) throw new Refused('board-merging', 'the board is being merged');
}
