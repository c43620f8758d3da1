import { audit } from '@/lib/core/audit';
import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import type { AddBoardInput } from '../schema';
import { lockTree, parentOf, requirePlace } from './board-tree';
import { requireUnmerged } from './require-unmerged';
import { requireProduct } from './require-product';
import { rulesToChange, setRules } from './set-rules';
import { touchReaders } from './touch-readers';

type Change = AddBoardInput & { board: string; shown: number };

/**
 * Changes the names, description, product, rules and parent of a board; its address stays. Whoever may not read it any more is shown
 * nothing of it within five seconds. Refuses with board-changed who saw an older version, and with board-merging until a merge is over:
 * it was asked for with the readers and the product that both boards had.
 */
export async function changeBoard(ctx: Ctx, input: Change): Promise<{ version: number }> {
  allow(may(ctx.actor, 'forum.openBoards'));
  const { board: slug, shown, parent, reads, starts, replies, ...data } = input;
  await lockTree(ctx);
  const { id } = found(await ctx.db.board.findUnique({ where: { slug }, select: { id: true } }));
  await requireUnmerged(ctx, id);
  await requireProduct(ctx, data.productId);
  const before = await rulesToChange(ctx, id);
  const { count } = await ctx.db.board.updateMany({
    where: { id, version: shown },
    data: { ...data, parentId: await parentOf(ctx, parent), version: { increment: 1 } },
  });
  if (count === 0) throw new Refused('board-changed', 'somebody else changed the board meanwhile');
  const narrowed = await setRules(ctx, { id, productId: data.productId }, [reads, starts, replies], before);
  await requirePlace(ctx, id);
  await audit(ctx, { act: 'board.change', subject: ['board', id] });
  touchReaders(ctx, slug, narrowed);
  return { version: shown + 1 };
}
