import type { z } from 'zod';

import { audit } from '@/lib/core/audit';
import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { openBoardInput, type OpenBoardInput } from '../schema';
import { lockTree, requirePlace } from './board-tree';
import { setRules } from './set-rules';

/** Opens a board, for all, for members, for owners or for staff. */
export async function openBoard(ctx: Ctx, input: OpenBoardInput): Promise<{ id: string; slug: string }> {
  allow(may(ctx.actor, 'forum.openBoards'));
  return createBoard(ctx, openBoardInput.parse(input));
}

/** The same with what has been read already: a board is made closed, and its rules open it. */
export async function createBoard(
  ctx: Ctx,
  input: z.output<typeof openBoardInput>,
): Promise<{ id: string; slug: string }> {
  const { reads, starts, replies, ...data } = input;
  if (data.parentId) await lockTree(ctx);
  const board = await ctx.db.board.create({
    data: { ...data, createdAt: ctx.now },
    select: { id: true, slug: true, productId: true },
  });
  await setRules(ctx, board, [reads, starts, replies]);
  if (data.parentId) await requirePlace(ctx, board.id);
  await audit(ctx, { act: 'board.open', subject: ['board', board.id] });
  ctx.touch('boards', 'board-tree', `board:${board.slug}`);
  return { id: board.id, slug: board.slug };
}
