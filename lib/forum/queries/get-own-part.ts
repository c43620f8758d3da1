import { isMember } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';

import { canAccept, canHide, canModerate, refusalToReply, refusalToWrite, type Refusal } from '../policy';
import { readerOf } from '../visible-boards';
import { ruledBoard, shownPost, shownThread } from '../scopes';

/** What belongs to the reader in a thread. */
export type OwnThreadPart = {
  number: number;
  postCount: number;
  read: number;
  /** The reader's votes, with the count as it is now. */
  votes: Record<string, number>;
  refusal: Refusal | null;
  /** Whether somebody else has replied; said to the author, whose opening post then stays. */
  othersReplied: boolean;
  canAccept: boolean;
  canModerate: boolean;
  canHide: boolean;
  pinned: boolean;
  closed: boolean;
};

const mostVotes = 1000;

export async function getOwnThreadPart(
  reading: Reading,
  { number }: { number: number },
): Promise<OwnThreadPart | null> {
  const { db, actor } = reading;
  const memberId = isMember(actor) ? actor.id : undefined;
  if (!memberId) return null;
  const { boards, ...standing } = await readerOf(reading);
  const thread = await db.thread.findFirst({
    where: { number, board: boards, ...shownThread },
    select: {
      id: true,
      board: { select: ruledBoard },
      postCount: true,
      authorId: true,
      kind: true,
      states: { select: { kind: true } },
      reads: { where: { memberId }, select: { number: true } },
      posts: { where: { number: { gt: 1 }, authorId: { not: memberId }, ...shownPost }, select: { id: true }, take: 1 },
    },
  });
  if (!thread) return null;
  const votes = await db.postVote.findMany({
    where: { memberId, post: { threadId: thread.id } },
    select: { postId: true, post: { select: { voteCount: true } } },
    take: mostVotes,
  });
  const has = (kind: string) => thread.states.some((state) => state.kind === kind);
  return {
    number,
    postCount: thread.postCount,
    read: thread.reads[0]?.number ?? 0,
    votes: Object.fromEntries(votes.map(({ postId, post }) => [postId, post.voteCount])),
    refusal: refusalToReply(standing, thread.board, { closed: has('CLOSED') }),
    othersReplied: thread.posts.length > 0,
    canAccept: canAccept(actor, thread),
    canModerate: canModerate(actor),
    canHide: canHide(actor),
    pinned: has('PINNED'),
    closed: has('CLOSED'),
  };
}

/** What belongs to the reader in the lists of a board: how far they read, by thread number. */
export type OwnBoardPart = { slug: string; read: Record<number, number>; since: number; refusal: Refusal | null };

const newestThreads = 300;
const newForDays = 7;

export async function getOwnBoardPart(reading: Reading, { slug }: { slug: string }): Promise<OwnBoardPart | null> {
  const { db, actor, now } = reading;
  if (!isMember(actor)) return null;
  const { boards, ...standing } = await readerOf(reading);
  const board = await db.board.findFirst({ where: { slug, AND: boards }, select: { id: true, ...ruledBoard } });
  if (!board) return null;
  const threads = await db.thread.findMany({
    where: { boardId: board.id, ...shownThread },
    orderBy: [{ lastPostAt: 'desc' }, { id: 'desc' }],
    take: newestThreads,
    select: { number: true, reads: { where: { memberId: actor.id }, select: { number: true } } },
  });
  return {
    slug,
    refusal: refusalToWrite(standing, board),
    since: now.getTime() - newForDays * 86_400_000,
    read: Object.fromEntries(threads.flatMap(({ number, reads }) => reads.map((read) => [number, read.number]))),
  };
}
