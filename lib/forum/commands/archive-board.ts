import { audit } from '@/lib/core/audit';
import { may, memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { lockTree } from './board-tree';
import { requireUnmerged } from './require-unmerged';
import { touchReaders } from './touch-readers';

/** Closes a board for good: it is read as before, listed apart, and nobody writes there. Saying it twice changes nothing. Refuses with board-merging. */
export async function archiveBoard(
  ctx: Ctx,
  { board: slug, reason }: { board: string; reason: string },
): Promise<void> {
  const id = await boardToArchive(ctx, slug);
  const { count } = await ctx.db.boardArchive.createMany({
    data: [{ boardId: id, byId: memberId(ctx.actor), reason, at: ctx.now }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await audit(ctx, { act: 'board.archive', subject: ['board', id], reason });
  touchReaders(ctx, slug, false);
}

/** Takes a board out of the archive: its rules hold again. Refuses with board-merging, since what is being merged is archived until it is gone. */
export async function unarchiveBoard(ctx: Ctx, { board: slug }: { board: string }): Promise<void> {
  const id = await boardToArchive(ctx, slug);
  const { count } = await ctx.db.boardArchive.deleteMany({ where: { boardId: id } });
  if (count === 0) return;
  await audit(ctx, { act: 'board.unarchive', subject: ['board', id] });
  touchReaders(ctx, slug, false);
}

async function boardToArchive(ctx: Ctx, slug: string): Promise<string> {
  allow(may(ctx.actor, 'forum.openBoards'));
  await lockTree(ctx);
  const { id } = found(await ctx.db.board.findUnique({ where: { slug }, select: { id: true } }));
  await requireUnmerged(ctx, id);
  return id;
}
