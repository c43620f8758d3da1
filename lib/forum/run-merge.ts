import { system } from '@/lib/core/actor';
import { inTransaction, type Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { everything } from '@/lib/core/tags';

import { lockTree } from './commands/board-tree';
import { boardOf, requireMergeable } from './commands/merge-board';
import { isWithin } from './rules';
import { ruledBoard } from './scopes';

/** How many threads one transaction moves. */
export const mergeBatch = 200;

type Begun = { fromId: string; intoId: string };

/** Runs a merge to its end, some threads at a time; run again, it goes on where it stopped. One that was called back is nothing. */
export async function runMerge({ mergeId }: { mergeId: string }, options: { batch?: number } = {}): Promise<void> {
  const begun = await inTransaction(system, (ctx) => begin(ctx, mergeId));
  if (!begun) return;
  for (let done = false; !done;) done = await inTransaction(system, (ctx) => step(ctx, mergeId, begun, options));
}

// From here on nobody begins a thread on the board, as on an archived one. What has become impossible meanwhile is given up.
async function begin(ctx: Ctx, mergeId: string): Promise<Begun | null> {
  await lockTree(ctx);
  const [merge] = await ctx.db.$queryRaw<{ fromId: string | null; intoId: string; startedAt: Date | null }[]>`
    SELECT "fromId", "intoId", "startedAt" FROM "BoardMerge" WHERE "id" = ${mergeId}::uuid AND "doneAt" IS NULL FOR UPDATE`;
  if (!merge?.fromId) return null;
  const { fromId, intoId } = merge;
  // A thread that is begun at this moment is waited for: it may be an idea.
  await ctx.db.$queryRaw`SELECT 1 FROM "Board" WHERE "id" = ${fromId}::uuid FOR UPDATE`;
  if (merge.startedAt) return { fromId, intoId };
  try {
    await requireMergeable(ctx, await boardOf(ctx, fromId, 'id'), await boardOf(ctx, intoId, 'id'));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await ctx.db.boardMerge.delete({ where: { id: mergeId }, select: { id: true } });
    return null;
  }
  await ctx.db.boardMerge.update({ where: { id: mergeId }, data: { startedAt: ctx.now }, select: { id: true } });
  await ctx.db.boardArchive.createMany({ data: [{ boardId: fromId, at: ctx.now }], skipDuplicates: true });
  ctx.touch('boards', 'board-tree');
  return { fromId, intoId };
}

// The merge's row is the lock of its steps; both boards' rows are taken in one order.
async function step(ctx: Ctx, mergeId: string, { fromId, intoId }: Begun, { batch = mergeBatch }): Promise<boolean> {
  const [merge] = await ctx.db.$queryRaw<{ fromSlug: string }[]>`
    SELECT "fromSlug" FROM "BoardMerge" WHERE "id" = ${mergeId}::uuid AND "doneAt" IS NULL FOR UPDATE`;
  if (!merge) return true;
  const threads = await ctx.db.$queryRaw<{ id: string; number: number; shown: boolean }[]>`
    SELECT t."id", t."number", t."shown" FROM "Thread" t WHERE t."boardId" = ${fromId}::uuid ORDER BY t."id" LIMIT ${batch} FOR UPDATE`;
  if (threads.length === 0) return finish(ctx, mergeId, { fromId, intoId, slug: merge.fromSlug });
  const ids = threads.map(({ id }) => id);
  const shown = threads.filter((thread) => thread.shown).length;
  await ctx.db.$queryRaw`
    SELECT 1 FROM "Board" WHERE "id" IN (${fromId}::uuid, ${intoId}::uuid) ORDER BY "id" FOR NO KEY UPDATE`;
  await ctx.db.thread.updateMany({ where: { id: { in: ids } }, data: { boardId: intoId } });
  await ctx.db.$executeRaw`
    UPDATE "Board" SET "threadCount" = "threadCount" + CASE "id" WHEN ${intoId}::uuid THEN ${shown}::int ELSE ${-shown}::int END
    WHERE "id" IN (${fromId}::uuid, ${intoId}::uuid)`;
  await ctx.db.boardMerge.update({
    where: { id: mergeId },
    data: { moved: { increment: shown } },
    select: { id: true },
  });
  ctx.touch('boards', 'threads', ...threads.map(({ number }) => `thread:${number}`));
  await touchBoards(ctx, [fromId, intoId]);
  // Boards are quoted by documents that do not name them.
  if (!isWithin(await readersOf(ctx, fromId), await readersOf(ctx, intoId))) ctx.touch(everything);
  return false;
}

const readersOf = (ctx: Ctx, id: string) => ctx.db.board.findUniqueOrThrow({ where: { id }, select: ruledBoard });

// A thread that was begun before the board was closed may have come in behind the last batch: the board's row is locked, so that it
// is seen here or finds no board.
async function finish(ctx: Ctx, mergeId: string, from: Begun & { slug: string }): Promise<boolean> {
  await ctx.db.$queryRaw`SELECT 1 FROM "Board" WHERE "id" = ${from.fromId}::uuid FOR UPDATE`;
  const late = await ctx.db.thread.findFirst({ where: { boardId: from.fromId }, select: { id: true } });
  if (late) return false;
  await touchBoards(ctx, [from.fromId, from.intoId]);
  await ctx.db.boardAddress.updateMany({ where: { boardId: from.fromId }, data: { boardId: from.intoId } });
  const { source, sourceId } = await ctx.db.board.delete({
    where: { id: from.fromId },
    select: { source: true, sourceId: true },
  });
  await ctx.db.boardAddress.create({ data: { slug: from.slug, boardId: from.intoId, source, sourceId, at: ctx.now } });
  await ctx.db.boardMerge.update({ where: { id: mergeId }, data: { doneAt: ctx.now }, select: { id: true } });
  ctx.touch('boards', 'board-tree', 'threads', 'home');
  return true;
}

async function touchBoards(ctx: Ctx, ids: string[]): Promise<void> {
  const boards = await ctx.db.board.findMany({ where: { id: { in: ids } }, select: { slug: true } });
  ctx.touch(...boards.map(({ slug }) => `board:${slug}`));
}
