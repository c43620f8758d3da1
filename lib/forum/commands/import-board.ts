import { z } from 'zod';

import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { freeSlug } from '@/lib/core/slug';
import { takeTurns } from '@/lib/core/take-turns';

import { boardVisibilities, type BoardVisibility } from '../choices';
import type { OpenBoardInput } from '../schema';
import { lockTree } from './board-tree';
import { openBoard } from './open-board';
import { isMerging } from './require-unmerged';
import { slugsTaken } from './slugs-taken';
import { touchReaders } from './touch-readers';

export type BoardImport = Omit<OpenBoardInput, 'slug' | 'description' | 'reads' | 'starts' | 'replies'> & {
  source: string;
  sourceId: string;
  slug: string;
  description: string;
  visibility: BoardVisibility;
  /** The export names it by number alone: a later one that names it brings it up to date. */
  placeholder: boolean;
};
export type BoardImported = { id: string; slug: string };

const facts = z.object({
  name: z.string(),
  slug: z.string(),
  wanted: z.string(),
  description: z.string(),
  visibility: z.enum(boardVisibilities),
  placeholder: z.boolean(),
});

/**
 * Opens the board that another forum had, under another address when its own is taken here; a later import brings it up to
 * date where it has changed there. What was changed here since stays. One that was merged here since is the board that took it in.
 */
export async function importBoard(
  ctx: Ctx,
  { source, sourceId, slug: wanted, placeholder, visibility, ...input }: BoardImport,
): Promise<BoardImported> {
  allow(may(ctx.actor, 'forum.import'));
  await lockImport(ctx, source);
  const known = await ctx.db.board.findUnique({
    where: { source_sourceId: { source, sourceId } },
    select: { id: true, slug: true, name: true, description: true, visibility: true, imported: true },
  });
  const { name, description } = input;
  if (known) return bringUpToDate(ctx, known, { name, wanted, slug: known.slug, description, visibility, placeholder });
  const merged = await ctx.db.boardAddress.findUnique({
    where: { source_sourceId: { source, sourceId } },
    select: { board: { select: { id: true, slug: true } } },
  });
  if (merged) return merged.board;
  const board = await openBoard(ctx, { ...input, slug: await slugOf(ctx, wanted), reads: readers[visibility] });
  const imported = { name, wanted, slug: board.slug, description, visibility, placeholder };
  await ctx.db.board.update({ where: { id: board.id }, data: { source, sourceId, imported }, select: { id: true } });
  return board;
}

type Facts = z.output<typeof facts>;
type Known = {
  id: string;
  slug: string;
  name: string;
  description: string;
  visibility: Facts['visibility'];
  imported: unknown;
};

async function bringUpToDate(ctx: Ctx, board: Known, now: Facts): Promise<BoardImported> {
  const was = facts.safeParse(board.imported).data;
  // A number alone tells nothing about a board that an earlier export has named.
  if (!was || (now.placeholder && !was.placeholder)) return { id: board.id, slug: board.slug };
  const moved = now.wanted !== was.wanted && board.slug === was.slug;
  const slug = moved ? await slugOf(ctx, now.wanted) : board.slug;
  const next = (key: 'name' | 'description') =>
    now[key] !== was[key] && board[key] === was[key] ? now[key] : board[key];
  const changed = now.visibility !== was.visibility && board.visibility === was.visibility;
  if (changed) await lockTree(ctx);
  // Who reads both boards of a merge is what it was asked for with: a later run brings it.
  const waits = changed && (await isMerging(ctx, board.id));
  const visibility = changed && !waits ? now.visibility : board.visibility;
  const data = { name: next('name'), description: next('description'), slug };
  const imported = { ...now, slug: moved ? slug : was.slug, ...(waits && { visibility: was.visibility }) };
  if (JSON.stringify(facts.parse(imported)) === JSON.stringify(was) && sameBoard(board, { ...data, visibility }))
    return { id: board.id, slug };
  await ctx.db.board.update({
    where: { id: board.id },
    data: { ...data, imported, version: { increment: 1 } },
    select: { id: true },
  });
  if (visibility !== board.visibility) await changeReaders(ctx, board.id, visibility);
  touchReaders(ctx, board.slug, visibility !== board.visibility);
  ctx.touch(`board:${slug}`);
  return { id: board.id, slug };
}

const readers = { PUBLIC: 'EVERYONE', MEMBERS: 'MEMBERS', OWNERS: 'OWNERS', STAFF: 'STAFF' } as const;

// Who reads there is brought over; who writes is said here. What stands under a board is narrowed with it, and a board that becomes
// wider than what it stands under stands there no more. The tree has been locked.
async function changeReaders(ctx: Ctx, boardId: string, visibility: BoardVisibility): Promise<void> {
  const boards = await ctx.db.board.findMany({ select: { id: true, parentId: true, visibility: true } });
  const width = (each: { visibility: BoardVisibility } | undefined) =>
    boardVisibilities.indexOf(each?.visibility ?? 'PUBLIC');
  const board = boards.find(({ id }) => id === boardId);
  const under = (id: string): string[] =>
    boards.filter(({ parentId }) => parentId === id).flatMap((each) => [each.id, ...under(each.id)]);
  const wider = under(boardId).filter((id) => width(boards.find((each) => each.id === id)) < width({ visibility }));
  const ids = [boardId, ...wider];
  await ctx.db.boardRule.deleteMany({ where: { boardId: { in: ids }, verb: 'READ' } });
  await ctx.db.boardRule.createMany({
    data: ids.map((id) => ({ boardId: id, verb: 'READ' as const, who: readers[visibility] })),
  });
  if (width({ visibility }) < width(boards.find(({ id }) => id === board?.parentId)))
    await ctx.db.board.update({ where: { id: boardId }, data: { parentId: null }, select: { id: true } });
}

function sameBoard(board: Known, data: Pick<Known, 'name' | 'description' | 'slug' | 'visibility'>): boolean {
  return (
    board.name === data.name &&
    board.description === data.description &&
    board.slug === data.slug &&
    board.visibility === data.visibility
  );
}

/** Two imports of one forum at once take turns, so that neither finds the other's half. */
export const lockImport = (ctx: Ctx, source: string): Promise<void> => takeTurns(ctx.db, `import:${source}`);

const slugOf = (ctx: Ctx, wanted: string) =>
  freeSlug(ctx, { kind: 'board', title: wanted, taken: (slugs) => slugsTaken(ctx, slugs) });
