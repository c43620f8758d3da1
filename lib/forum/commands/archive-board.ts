import { audit } from '@/lib/core/audit';
import { may, memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { touchReaders } from './touch-readers';

/** Closes a board for good: it is read as before, listed apart, and nobody writes there. Saying it twice changes nothing. */
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

/** Takes a board out of the archive: its rules hold again. */
export async function unarchiveBoard(ctx: Ctx, { board: slug }: { board: string }): Promise<void> {
  const id = await boardToArchive(ctx, slug);
  const { count } = await ctx.db.boardArchive.deleteMany({ where: { boardId: id } });
  if (count === 0) return;
  await audit(ctx, { act: 'board.unarchive', subject: ['board', id] });
  touchReaders(ctx, slug, false);
}

async function boardToArchive(ctx: Ctx, slug: string): Promise<string> {
  allow(may(ctx.actor, 'forum.openBoards'));
  return found(await ctx.db.board.findUnique({ where: { slug }, select: { id: true } })).id;
}
