import { readMoment, writeCursor } from '@/lib/core/cursor';
import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { ideaVotes } from '@/lib/feedback/published';

import type { ThreadKind } from '../schema';
import { visibleBoards } from '../visible-boards';
import {
  asAuthor,
  asBoard,
  authorFields,
  boardFields,
  repliesOf,
  type BoardFacts,
  type BoardName,
  type ThreadItem,
} from './views';
import { isShownPost, shownThread } from '../scopes';

export type ThreadList = { threads: ThreadItem[]; next: string | null };
export type BoardPage = ThreadList & { board: BoardFacts; pinned: ThreadItem[]; children: BoardChild[] };
export type BoardChild = BoardName & { threads: number };

export const pageSize = 30;
const mostPinned = 5;

export type BoardPageInput = { slug: string; kind?: ThreadKind; after?: string };

/** A board with its pinned threads and one page of the others, last spoken in first. Null when it is not there for the reader, and when nothing comes after the place in the list that is named. */
export async function getBoardPage(reading: Reading, { slug, kind, after }: BoardPageInput): Promise<BoardPage | null> {
  const cursor = after === undefined ? undefined : readMoment(after);
  if (cursor === null) return null;
  const visible = await visibleBoards(reading);
  const board = await reading.db.board.findFirst({
    where: { slug, AND: visible },
    select: { id: true, ...boardFields, children: childrenOf(visible) },
  });
  if (!board) return null;
  const { id: boardId, children, ...facts } = asBoard(board);
  const productId = facts.product?.id;
  const pinned = await listPinned(reading, boardId, productId);
  const where = { boardId, kind, id: { notIn: pinned.map(({ id }) => id) } };
  const list = await pageOf(reading, where, { cursor, productId, size: pageSize });
  if (cursor && list.threads.length === 0) return null;
  return {
    board: facts,
    pinned: after || kind ? [] : pinned.map((row) => asItem(row)),
    children: after || kind ? [] : children.map(({ threadCount, ...child }) => ({ ...child, threads: threadCount })),
    ...list,
  };
}

const childrenOf = (visible: Prisma.BoardWhereInput) =>
  ({
    where: visible,
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: 50,
    select: { slug: true, name: true, nameZh: true, threadCount: true },
  }) satisfies Prisma.Board$childrenArgs;

/** The threads last spoken in, over all boards that the reader may see. */
export async function listLatestThreads(
  reading: Reading,
  { take = 10 }: { take?: number } = {},
): Promise<ThreadItem[]> {
  return (await pageOf(reading, { board: await visibleBoards(reading) }, { size: take })).threads;
}

/** One member's threads that the reader may see, newest talk first. */
export async function listThreadsBy(
  reading: Reading,
  { memberId, after, take = 20 }: { memberId: string; after?: string; take?: number },
): Promise<ThreadList> {
  const cursor = after === undefined ? undefined : readMoment(after);
  return pageOf(
    reading,
    { authorId: memberId, board: await visibleBoards(reading) },
    { size: take, cursor: cursor ?? undefined },
  );
}

const itemFields = (productId: string | null | undefined) =>
  ({
    id: true,
    number: true,
    slug: true,
    title: true,
    kind: true,
    lang: true,
    postCount: true,
    createdAt: true,
    lastPostAt: true,
    author: { select: authorFields(productId) },
    board: { select: { slug: true, name: true, nameZh: true } },
    states: { select: { kind: true } },
    idea: { select: ideaVotes },
    hiddenCount: true,
    posts: { where: { number: 1 }, select: { voteCount: true, excerpt: true } },
  }) as const satisfies Prisma.ThreadSelect;

type Row = Prisma.ThreadGetPayload<{ select: ReturnType<typeof itemFields> }>;
type LastPoster = { name: string; handle: string | null; avatar: string | null };

async function listPinned({ db }: Reading, boardId: string, productId: string | null | undefined): Promise<Row[]> {
  const states = await db.threadState.findMany({
    where: { kind: 'PINNED', thread: { boardId, ...shownThread } },
    orderBy: { at: 'desc' },
    take: mostPinned,
    select: { thread: { select: itemFields(productId) } },
  });
  return states.map(({ thread }) => thread);
}

type Page = { size: number; cursor?: { at: Date; id: string }; productId?: string | null };

async function pageOf(
  { db }: Reading,
  where: Prisma.ThreadWhereInput,
  { size, cursor, productId }: Page,
): Promise<ThreadList> {
  const rows = await db.thread.findMany({
    where: {
      AND: [
        { ...where, ...shownThread },
        cursor ? { lastPostAt: { lte: cursor.at }, NOT: { lastPostAt: cursor.at, id: { gte: cursor.id } } } : {},
      ],
    },
    orderBy: [{ lastPostAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
    select: itemFields(productId),
  });
  const page = rows.slice(0, size);
  const last = await lastPosters(db, page);
  const end = page.at(-1);
  return {
    threads: page.map((row) => asItem(row, last.get(row.id))),
    next: rows.length > size && end ? writeCursor(end.lastPostAt, end.id) : null,
  };
}

type Last = LastPoster & { threadId: string };

// By number from the end, so that the newest reply that can be read is found past those that are hidden.
async function lastPosters(db: Reading['db'], rows: Row[]): Promise<Map<string, LastPoster>> {
  const answered = rows.filter((row) => repliesOf(row) > 0).map(({ id }) => id);
  if (answered.length === 0) return new Map();
  const posts = await db.$queryRaw<Last[]>`
    SELECT t.id AS "threadId", m."name", m."handle", m."avatar"
    FROM unnest(${answered}::uuid[]) t (id)
    CROSS JOIN LATERAL (
      SELECT p."authorId" FROM "Post" p
      WHERE p."threadId" = t.id AND ${isShownPost}
      ORDER BY p."number" DESC LIMIT 1) last
    JOIN members.person m ON m."id" = last."authorId"`;
  return new Map(posts.map(({ threadId, ...author }) => [threadId, author]));
}

function asItem(
  { author, states, idea, posts: [opening], id: _id, hiddenCount, ...row }: Row,
  lastBy: LastPoster | null = null,
): ThreadItem {
  const has = (kind: string) => states.some((state) => state.kind === kind);
  return {
    ...row,
    lastBy,
    replies: repliesOf({ ...row, hiddenCount }),
    author: asAuthor(author),
    votes: idea?.voteCount ?? opening?.voteCount ?? 0,
    excerpt: opening?.excerpt ?? '',
    pinned: has('PINNED'),
    closed: has('CLOSED'),
    answered: has('ACCEPTED_ANSWER'),
  };
}
