import { audit } from '@/lib/core/audit';
import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

/** Moves a board by one place in the list of boards; at its end it stays. Moves take turns, so that none undoes another. */
export async function moveBoard(ctx: Ctx, { board: slug, to }: { board: string; to: 'up' | 'down' }): Promise<void> {
  allow(may(ctx.actor, 'forum.openBoards'));
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('forum.moveBoard', 0))`;
  const boards = await ctx.db.board.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true },
  });
  const at = boards.findIndex((each) => each.slug === slug);
  const board = found(boards[at]);
  const other = to === 'up' ? at - 1 : at + 1;
  if (!boards[other]) return;
  const order = boards.map(({ id }) => id);
  [order[at], order[other]] = [order[other]!, order[at]!];
  await ctx.db.$executeRaw`
    UPDATE "Board" b SET "position" = o.place FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE b."id" = o.id AND b."position" <> o.place`;
  await audit(ctx, { act: 'board.move', subject: ['board', board.id] });
  ctx.touch('boards', 'home');
}
