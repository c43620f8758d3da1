import type { Ctx } from '@/lib/core/context';
import { found, Refused } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';

import { ruledBoard } from '../scopes';
import { refusalOfPlace } from '../tree';
import { requireUnmerged } from './require-unmerged';

/** Changes of the tree take turns until the commit: two boards that are put under one another at once would make a ring. */
export async function lockTree(ctx: Ctx): Promise<void> {
  await takeTurns(ctx.db, 'forum.boardTree');
}

/** The id of the board under which another is to stand, by its address; null for the root. */
export async function parentOf(ctx: Ctx, slug: string): Promise<string | null> {
  if (!slug) return null;
  return found(await ctx.db.board.findUnique({ where: { slug }, select: { id: true } })).id;
}

/**
 * Refuses a board that stands wrong in the tree as it is now in this transaction, and with board-merging one under a board that is being
 * merged. The tree has been locked.
 */
export async function requirePlace(ctx: Ctx, boardId: string): Promise<void> {
  const boards = await ctx.db.board.findMany({ select: { id: true, parentId: true, ...ruledBoard } });
  const board = found(boards.find(({ id }) => id === boardId));
  if (board.parentId) await requireUnmerged(ctx, board.parentId);
  const misplaced = refusalOfPlace(boards, board);
  if (misplaced) throw new Refused(misplaced.code, misplaced.code, { field: misplaced.field });
}
