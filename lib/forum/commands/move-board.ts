import { audit } from '@/lib/core/audit';
import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { lockTree } from './board-tree';

/** Moves a board by one place among those that stand with it under one; at the end it stays. Moves take turns, so that none undoes another. */
export async function moveBoard(ctx: Ctx, { board: slug, to }: { board: string; to: 'up' | 'down' }): Promise<void> {
  allow(may(ctx.actor, 'forum.openBoards'));
  await lockTree(ctx);
  const boards = await ctx.db.board.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true, parentId: true },
  });
  const at = boards.findIndex((each) => each.slug === slug);
  const board = found(boards[at]);
  const beside = (place: number) => boards[place]?.parentId === board.parentId;
  const step = to === 'up' ? -1 : 1;
  let other = at + step;
  while (boards[other] && !beside(other)) other += step;
  if (!boards[other]) return;
  const order = boards.map(({ id }) => id);
  [order[at], order[other]] = [order[other]!, order[at]!];
  await ctx.db.$executeRaw`
    UPDATE "Board" b SET "position" = o.place FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE b."id" = o.id AND b."position" <> o.place`;
  await audit(ctx, { act: 'board.move', subject: ['board', board.id] });
  ctx.touch('boards', 'board-tree', 'home');
}
