import { beforeAll, describe, expect, it } from 'vitest';

import { guest, type Actor, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { react } from '@/lib/server/react';
import { reportPost } from '@/lib/flows/moderation/report-post';
import { viewerOf } from '@/lib/server/viewer';
import type { BoardVisibility } from '@/lib/forum/schema';
import {
  makeBoard,
  makeMember,
  makeOwner,
  makeProduct,
  makeReply,
  makeThread,
  type MadeBoard,
} from '@/tests/support/forum-factories';

import { editPost, markRead, reply, startThread, votePost } from './commands';
import {
  findSeenPost,
  getBoardPage,
  getFeed,
  getOwnThreadPart,
  getPostHistory,
  getThreadPage,
  listBoards,
  listBoardsToWrite,
  listLatestThreads,
  listPublicThreads,
  listThreadsBy,
} from './queries';

const secret = 'xyzzy-secret';
type Who = 'guest' | 'fan' | 'owner' | 'ownerOfOther' | 'staff';
const people = {} as Record<Who, Actor>;
const boards = {} as Record<BoardVisibility, MadeBoard & { number: number; postId: string; author: SignedIn }>;

const mayEnter: Record<BoardVisibility, Who[]> = {
  PUBLIC: ['guest', 'fan', 'owner', 'ownerOfOther', 'staff'],
  MEMBERS: ['fan', 'owner', 'ownerOfOther', 'staff'],
  OWNERS: ['owner', 'staff'],
  STAFF: ['staff'],
};
const visibilities = Object.keys(mayEnter) as BoardVisibility[];

beforeAll(async () => {
  const [product, other] = [await makeProduct(), await makeProduct()];
  const [fan, owner, ownerOfOther, staff] = [
    await makeMember(),
    await makeMember(),
    await makeMember(),
    await makeMember({ roles: ['SUPPORT'] }),
  ];
  await makeOwner(owner, product.id);
  await makeOwner(ownerOfOther, other.id);
  Object.assign(people, { guest, fan, owner, ownerOfOther, staff });
  for (const visibility of visibilities) {
    const board = await makeBoard({ visibility, productId: visibility === 'OWNERS' ? product.id : null });
    const author = await makeMember({ roles: ['ADMIN'] });
    const thread = await makeThread(author, board, {
      title: `${secret} ${visibility} title`,
      body: `${secret} ${visibility} body`,
    });
    boards[visibility] = { ...board, number: thread.number, postId: thread.postId, author };
  }
});

const cases = visibilities.flatMap((visibility) =>
  (Object.keys({ guest: 0, fan: 0, owner: 0, ownerOfOther: 0, staff: 0 }) as Who[]).map(
    (who) => [visibility, who, mayEnter[visibility].includes(who)] as const,
  ),
);

describe.each(cases)('%s board, %s', (visibility, who, may) => {
  it(may ? 'is open' : 'is not there', async () => {
    const board = boards[visibility];
    const viewing = reading(people[who]);
    const answers = await Promise.all([
      getBoardPage(viewing, { slug: board.slug }),
      getThreadPage(viewing, { number: board.number }),
      findSeenPost(viewing, { id: board.postId }),
      getPostHistory(viewing, { id: board.postId }),
    ]);
    expect(answers.map((answer) => answer !== null)).toEqual(answers.map(() => may));
    const lists = await Promise.all([
      listBoards(viewing),
      listBoardsToWrite(viewing),
      listLatestThreads(viewing, { take: 50 }),
      listThreadsBy(viewing, { memberId: board.author.id }),
    ]);
    const named = lists.map((list) => JSON.stringify(list).includes(board.slug));
    expect(named).toEqual(lists.map(() => may));
    const layer = JSON.stringify([
      await viewerOf(people[who], `/en/boards/${board.slug}`),
      await viewerOf(people[who], `/en/boards`),
      await viewerOf(people[who], `/en/inner/t/${board.number}/x`),
    ]);
    expect(layer).not.toContain(secret);
    if (!may) expect(layer).not.toContain(board.slug);
    if (!may) expect(await getOwnThreadPart(viewing, { number: board.number })).toBeNull();
  });

  it.skipIf(may)('takes no word, vote, report or mark', async () => {
    const board = boards[visibility];
    const actor = people[who];
    const deeds = [
      transact(startThread)(actor, { board: board.slug, kind: 'DISCUSSION', title: 'A title long enough', body: 'x' }),
      transact(reply)(actor, { thread: board.number, parent: 1, body: 'x' }),
      transact(votePost)(actor, { post: board.postId, on: true }),
      transact(editPost)(actor, { post: board.postId, body: 'x', reason: 'x' }),
      reportPost(actor, { post: board.postId, reason: 'SPAM', note: '' }),
    ];
    const codes = (await Promise.allSettled(deeds)).map((deed) =>
      deed.status === 'rejected' ? deed.reason.code : 'done',
    );
    expect(codes.filter((code) => !['not-found', 'signed-out'].includes(code))).toEqual([]);
    await transact(markRead)(actor, { thread: board.number, upTo: 1 });
    expect(await db.threadRead.count({ where: { thread: { number: board.number } } })).toBe(0);
  });
});

it('public documents, feeds and the sitemap hold public boards only, whoever asks', async () => {
  for (const actor of Object.values(people)) {
    for (const visibility of ['MEMBERS', 'OWNERS', 'STAFF'] as const)
      expect(await getFeed(reading(actor), { slug: boards[visibility].slug })).toBeNull();
    expect((await listPublicThreads(reading(actor))).threads.map(({ number }) => number)).toEqual([
      boards.PUBLIC.number,
    ]);
  }
  expect((await getFeed(reading(), { slug: boards.PUBLIC.slug }))?.items).toHaveLength(1);
});

it('tells nobody of a mention or a reply where they may not read', async () => {
  const { fan, owner, staff } = people as Record<Who, SignedIn>;
  const author = boards.OWNERS.author;
  const { postId } = await makeReply(
    author,
    boards.OWNERS.number,
    `@${fan.handle} @${owner.handle} @${staff.handle} look`,
  );
  const event = await db.event.findFirstOrThrow({
    where: { name: 'post.replied', payload: { path: ['postId'], equals: postId } },
  });
  await react(event.id);
  const sent = await db.notification.findMany({
    where: { eventId: event.id },
    select: { memberId: true, kind: true, path: true },
  });
  expect(new Set(sent.map(({ memberId }) => memberId))).toEqual(new Set([owner.id, staff.id]));
  expect(
    sent.every(({ kind, path }) => kind === 'member.mentioned' && path.startsWith(`/inner/t/${boards.OWNERS.number}/`)),
  ).toBe(true);
});
