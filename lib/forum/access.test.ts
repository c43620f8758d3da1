import { beforeAll, describe } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { startThread } from '@/lib/flows/forum/start-thread';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, makeReply, makeThread, type MadeBoard } from '@/tests/support/forum-factories';
import { tryAccess } from '@/tests/support/try-access';

import { acceptAnswer, editPost, reply, votePost, withdrawPost } from './commands';

const { answersTheCast, isForConfirmedMembers, touchesNothingOfOthers } = tryAccess('forum');

let board: MadeBoard;
let number: number;
let post: string;

beforeAll(async () => {
  board = await makeBoard();
  ({ number, postId: post } = await makeThread(await makeMember(), board));
});

describe('what members do', () => {
  isForConfirmedMembers('startThread', (actor) =>
    startThread(actor, { board: board.slug, kind: 'DISCUSSION', title: 'A title long enough', body: 'x' }),
  );
  isForConfirmedMembers('reply', (actor) => transact(reply)(actor, { thread: number, parent: 1, body: 'x' }));
  isForConfirmedMembers('votePost', (actor) => transact(votePost)(actor, { post, on: true }));

  touchesNothingOfOthers('editPost', (actor) => transact(editPost)(actor, { post, body: 'Not mine', reason: '' }));
  touchesNothingOfOthers('withdrawPost', (actor) => transact(withdrawPost)(actor, { post }));
  touchesNothingOfOthers('acceptAnswer', (actor) => transact(acceptAnswer)(actor, { post, on: true }));
});

describe('endpoints', () => {
  answersTheCast('POST /api/posts/:id/vote', async () => ({ params: { id: post }, body: { on: true } }));
  answersTheCast('POST /api/threads/:number/read', async () => ({
    params: { number: String(number) },
    body: { upTo: 1 },
  }));
  answersTheCast('GET /api/posts/:id/source', async ({ actors }) => {
    const { postId } = await makeReply(actors.fan as SignedIn, number);
    return { params: { id: postId } };
  });
  answersTheCast('GET /api/posts/:id/history', async () => ({ params: { id: post } }));
});
