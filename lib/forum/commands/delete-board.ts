import { requireUnmerged } from './require-unmerged';
import { audit } from '@/lib/core/audit';
import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

/** Deletes a board on which nothing was ever written. Refuses with board-has-threads, hidden ones too: their addresses lead here; with board-has-children while others stand under it. */
export async function deleteBoard(ctx: Ctx, { board: slug }: { board: string }): Promise<void> {
  allow(may(ctx.actor, 'forum.openBoards'));
  // Who begins a thread here waits, and finds no board; a thread that was begun before is seen below.
  const [board] = await ctx.db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Board" WHERE "slug" = ${slug} FOR UPDATE`;
  const { id } = found(board);
  const thread = await ctx.db.thread.findFirst({ where: { boardId: id }, select: { id: true } });
  if (thread) throw new Refused('board-has-threads', 'threads stand on the board');
  const child = await ctx.db.board.findFirst({ where: { parentId: id }, select: { id: true } });
  await requireUnmerged(ctx, id);
  if (child) throw new Refused('board-has-children', 'boards stand under the board');
  await ctx.db.board.delete({ where: { id }, select: { id: true } });
  await audit(ctx, { act: 'board.delete', subject: ['board', id], detail: { slug } });
  ctx.touch('boards', 'board-tree', 'home', `board:${slug}`);
}
