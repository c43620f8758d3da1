import { audit } from '@/lib/core/audit';
import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import type { AddBoardInput } from '../schema';
import { requireProduct } from './require-product';
import { touchThreads } from './touch-threads';

type Change = AddBoardInput & { board: string; shown: number };

/**
 * Changes the names, description, product and readers of a board; its address stays. Whoever may not read it any more is shown
 * nothing of it within five seconds. Refuses with board-changed who saw an older version.
 */
export async function changeBoard(ctx: Ctx, { board: slug, shown, ...data }: Change): Promise<{ version: number }> {
  allow(may(ctx.actor, 'forum.openBoards'));
  const before = found(await ctx.db.board.findUnique({ where: { slug }, select: { id: true, visibility: true } }));
  await requireProduct(ctx, data.productId);
  const { count } = await ctx.db.board.updateMany({
    where: { slug, version: shown },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Refused('board-changed', 'somebody else changed the board meanwhile');
  await audit(ctx, { act: 'board.change', subject: ['board', before.id] });
  ctx.touch('boards', 'threads', 'home', `board:${slug}`);
  if (before.visibility !== data.visibility) await touchThreads(ctx, before.id);
  return { version: shown + 1 };
}
