import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { plainName } from '@/lib/members/published';

import type { ThreadKind } from '../schema';
import { visibleBoards } from '../visible-boards';
import {
  asAuthor,
  asBoard,
  authorFields,
  boardFields,
  repliesOf,
  type Author,
  type BoardFacts,
  type PostView,
} from './views';

export type ThreadPage = {
  number: number;
  slug: string;
  title: string;
  kind: ThreadKind;
  lang: string;
  createdAt: Date;
  lastPostAt: Date;
  postCount: number;
  replies: number;
  author: Author;
  excerpt: string;
  board: BoardFacts;
  pinned: boolean;
  closed: { at: Date; reason: string } | null;
  accepted: { id: string; number: number; name: string } | null;
  posts: PostView[];
  /** Post numbers at which the pages before and after this one begin; previous 1 is the thread's first page. */
  previous: number | null;
  next: number | null;
};

export const postsPerPage = 40;

/** A thread with one page of its posts, from the post of a given number on. Null when it is not there for the reader. */
export async function getThreadPage(
  reading: Reading,
  { number, from }: { number: number; from?: number },
): Promise<ThreadPage | null> {
  const thread = await readThread(reading, number);
  const opening = thread?.posts[0];
  if (!thread || !opening || opening.hiding) return null;
  const { id, posts: _opening, states, author, board, hiddenCount, ...facts } = thread;
  const start = from ? await placeOf(reading, id, from) : { branch: 0, number: 1 };
  if (!start) return null;
  const productId = board.product?.id;
  const rows = await readPosts(reading, id, productId, start);
  const state = (kind: string) => states.find((each) => each.kind === kind);
  const closed = state('CLOSED');
  const answer = state('ACCEPTED_ANSWER')?.post;
  return {
    ...facts,
    board: asBoard(board),
    author: asAuthor(author),
    excerpt: opening.excerpt,
    replies: repliesOf({ ...facts, hiddenCount }),
    pinned: state('PINNED') !== undefined,
    closed: closed ? { at: closed.at, reason: closed.reason } : null,
    accepted: answer && !answer.hiding ? { id: answer.id, number: answer.number, name: answer.author.name } : null,
    posts: rows.slice(0, postsPerPage).map(asPost),
    previous: from ? await previousStart(reading, id, start) : null,
    next: rows[postsPerPage]?.number ?? null,
  };
}

async function readThread(reading: Reading, number: number) {
  return reading.db.thread.findFirst({
    where: { number, board: await visibleBoards(reading) },
    select: {
      id: true,
      number: true,
      slug: true,
      title: true,
      kind: true,
      lang: true,
      createdAt: true,
      lastPostAt: true,
      postCount: true,
      hiddenCount: true,
      author: { select: authorFields(null) },
      board: { select: boardFields },
      states: {
        select: {
          kind: true,
          at: true,
          reason: true,
          post: {
            select: { id: true, number: true, author: { select: plainName }, hiding: { select: { postId: true } } },
          },
        },
      },
      posts: { where: { number: 1 }, select: { excerpt: true, hiding: { select: { postId: true } } } },
    },
  });
}

type Place = { branch: number; number: number };

function placeOf({ db }: Reading, threadId: string, number: number): Promise<Place | null> {
  return db.post.findUnique({
    where: { threadId_number: { threadId, number } },
    select: { branch: true, number: true },
  });
}

const postFields = (productId: string | undefined) =>
  ({
    id: true,
    number: true,
    branch: true,
    depth: true,
    html: true,
    createdAt: true,
    editedAt: true,
    voteCount: true,
    author: { select: authorFields(productId) },
    hiding: { select: { byId: true } },
    authorId: true,
    parent: { select: { number: true, author: { select: plainName }, hiding: { select: { postId: true } } } },
  }) as const satisfies Prisma.PostSelect;

type Row = Prisma.PostGetPayload<{ select: ReturnType<typeof postFields> }>;

function readPosts(
  { db }: Reading,
  threadId: string,
  productId: string | undefined,
  { branch, number }: Place,
): Promise<Row[]> {
  return db.post.findMany({
    where: { threadId, branch: { gte: branch }, OR: [{ branch: { gt: branch } }, { number: { gte: number } }] },
    orderBy: [{ branch: 'asc' }, { number: 'asc' }],
    take: postsPerPage + 1,
    select: postFields(productId),
  });
}

async function previousStart({ db }: Reading, threadId: string, { branch, number }: Place): Promise<number | null> {
  const before = await db.post.findMany({
    where: { threadId, branch: { lte: branch }, OR: [{ branch: { lt: branch } }, { number: { lt: number } }] },
    orderBy: [{ branch: 'desc' }, { number: 'desc' }],
    take: postsPerPage,
    select: { number: true },
  });
  return before.length < postsPerPage ? (before.length > 0 ? 1 : null) : before.at(-1)!.number;
}

// Nothing of a hidden post may reach the page: neither its words, its author nor its votes.
function asPost({ hiding, authorId, author, parent, voteCount, ...row }: Row): PostView {
  if (hiding) {
    const hidden = hiding.byId === authorId ? 'author' : 'staff';
    return { ...row, html: '', editedAt: null, author: null, votes: 0, answers: null, hidden };
  }
  const answers =
    parent && row.depth === 2 && parent.number !== row.branch && !parent.hiding
      ? { number: parent.number, name: parent.author.name }
      : null;
  return { ...row, author: asAuthor(author), votes: voteCount, answers, hidden: null };
}
