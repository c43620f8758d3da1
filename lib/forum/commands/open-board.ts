import { audit } from '@/lib/core/audit';
import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { openBoardInput, type OpenBoardInput } from '../schema';

/** Opens a board, for all, for members, for owners or for staff. */
export async function openBoard(ctx: Ctx, input: OpenBoardInput): Promise<{ id: string; slug: string }> {
  allow(may(ctx.actor, 'forum.openBoards'));
  const board = await ctx.db.board.create({
    data: { ...openBoardInput.parse(input), createdAt: ctx.now },
    select: { id: true, slug: true },
  });
  await audit(ctx, { act: 'board.open', subject: ['board', board.id] });
  ctx.touch('boards', `board:${board.slug}`);
  return board;
}
