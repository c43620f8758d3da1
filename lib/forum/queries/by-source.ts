import type { Reading } from '@/lib/core/context';
import { onBoard } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import { Prisma } from '@/lib/core/prisma-client/client';
import { isShownPost, shownPost, shownThread } from '../scopes';
import { visibleBoards } from '../visible-boards';
import { postPath } from './post-path';

/** Where a reader finds what another forum had: the path without its language, and the language that it is written in. */
export type FromSource = { path: string; lang: string };

const placed = {
  ...{ id: true, number: true, slug: true, lang: true, postCount: true },
  board: { select: { visibility: true } },
} as const;

type Asked = { source: string; sourceId: string; post?: number };

/** Where the reader finds the thread that a source knows by an id, at the post that had a number there if it is known; null where it is not for them. */
export async function findThreadFrom(reading: Reading, { source, sourceId, post }: Asked): Promise<FromSource | null> {
  const thread = await reading.db.thread.findFirst({
    where: { source, sourceId, board: await visibleBoards(reading), ...shownThread },
    select: placed,
  });
  if (!thread) return null;
  const number = post !== undefined && post > 1 ? await numberHere(reading, thread.id, post) : null;
  const { board, lang } = thread;
  return { path: number === null ? onBoard(board, paths.thread(thread)) : postPath({ number, thread, board }), lang };
}

/** The same for a post that a source knows by an id. */
export async function findPostFrom(reading: Reading, { source, sourceId }: Asked): Promise<FromSource | null> {
  const post = await reading.db.post.findFirst({
    where: { source, sourceId, ...shownPost, thread: { board: await visibleBoards(reading), ...shownThread } },
    select: { number: true, thread: { select: placed } },
  });
  if (!post) return null;
  const { board, lang } = post.thread;
  return { path: postPath({ number: post.number, thread: post.thread, board }), lang };
}

/** Posts that did not come along move those behind them forward, by so many at most before one is not looked for. */
const mostMissing = 500;

async function numberHere({ db }: Reading, threadId: string, there: number): Promise<number | null> {
  const [row] = await db.$queryRaw<{ number: number }[]>(Prisma.sql`
    SELECT p."number" FROM "Post" p WHERE p."threadId" = ${threadId}::uuid AND p."number" BETWEEN ${there - mostMissing} AND ${there}
      AND p."imported"->>'number' = ${String(there)} AND ${isShownPost} LIMIT 1`);
  return row?.number ?? null;
}

type Board = { source: string; sourceId?: string; slug?: string; above?: string };

const shown = { slug: true, visibility: true } as const;

/**
 * Where the reader finds the board that a source knows by an id, or by the address that it had there (`above` is that of the board over
 * it); of one that was merged, the board that took it in. Null where it is not for them.
 */
export async function findBoardFrom(reading: Reading, asked: Board): Promise<string | null> {
  const boards = await visibleBoards(reading);
  const board = asked.sourceId
    ? await bySourceId(reading, { source: asked.source, sourceId: asked.sourceId }, boards)
    : await bySlug(reading, asked, boards);
  return board && onBoard(board, paths.board(board.slug));
}

type Key = { source: string; sourceId: string };

async function bySourceId({ db }: Reading, { source, sourceId }: Key, boards: Prisma.BoardWhereInput) {
  const board = await db.board.findFirst({ where: { AND: [{ source, sourceId }, boards] }, select: shown });
  if (board) return board;
  const former = await db.boardAddress.findFirst({
    where: { source, sourceId, board: boards },
    select: { board: { select: shown } },
  });
  return former?.board ?? null;
}

const mostAlike = 20;

async function bySlug({ db }: Reading, { source, slug = '', above }: Board, boards: Prisma.BoardWhereInput) {
  const alike = await db.board.findMany({
    where: { AND: [{ source, imported: { path: ['wanted'], equals: slug } }, boards] },
    orderBy: { createdAt: 'asc' },
    take: mostAlike,
    select: { ...shown, parent: { select: { imported: true } } },
  });
  const wanted = ({ parent }: (typeof alike)[number]) => (parent?.imported as { wanted?: unknown } | null)?.wanted;
  const found = alike.find((each) => wanted(each) === above) ?? alike[0];
  if (found) return found;
  const former = await db.boardAddress.findFirst({
    where: { slug, source, board: boards },
    select: { board: { select: shown } },
  });
  return former?.board ?? null;
}
