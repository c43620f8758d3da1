import { beforeAll, beforeEach, expect, it } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, makeProduct, makeThread, setReaders, type MadeBoard } from '@/tests/support/forum-factories';
import { refusal } from '@/tests/support/refusal';

import * as commands from './commands';
import { findMovedTo, getBoardPage, getFeed, getThreadPage } from './queries';
import { listMerges } from './queries/staff-boards';
import { runMerge } from './run-merge';
import { addBoardInput } from './schema';

const [merge, callBack, hide, start, archive, remove] = [
  transact(commands.mergeBoard),
  transact(commands.callBackMerge),
  transact(commands.hidePost),
  transact(commands.startThread),
  transact(commands.archiveBoard),
  transact(commands.deleteBoard),
] as const;

let admin: SignedIn;
let fan: SignedIn;
beforeAll(async () => void ([admin, fan] = [await makeMember({ roles: ['ADMIN'] }), await makeMember()]));
beforeEach(async () => {
  await db.boardMerge.deleteMany();
  await db.thread.deleteMany();
  await db.board.deleteMany();
});

async function withThreads(count: number): Promise<MadeBoard & { numbers: number[]; posts: string[] }> {
  const board = await makeBoard();
  const made = [];
  for (let at = 0; at < count; at += 1) made.push(await makeThread(fan, board, { title: `A thread of several ${at}` }));
  return { ...board, numbers: made.map(({ number }) => number), posts: made.map(({ postId }) => postId) };
}
const countOf = async ({ id }: MadeBoard) => (await db.board.findUnique({ where: { id } }))?.threadCount;
const shownOn = ({ id }: MadeBoard) => db.thread.count({ where: { boardId: id, shown: true } });
const titled = (board: string) => ({ board, kind: 'DISCUSSION' as const, title: 'A title long enough', body: 'x' });

it('moves all threads in bounded batches, counts right, and the old address leads on', async () => {
  const [from, into] = [await withThreads(5), await withThreads(2)];
  await hide(admin, { post: from.posts[0]!, reason: 'Spam' });
  const { merge: mergeId } = await merge(admin, { board: from.slug, into: into.slug });
  expect((await listMerges(reading(admin)))[0]).toMatchObject({ total: 4, moved: 0, startedAt: null });
  await runMerge({ mergeId }, { batch: 2 });
  expect([await countOf(into), await shownOn(into), await countOf(from)]).toEqual([6, 6, undefined]);
  expect(await findMovedTo(reading(guest), { slug: from.slug })).toBe(into.slug);
  expect((await getFeed(reading(), { slug: from.slug }))?.slug).toBe(into.slug);
  expect((await getThreadPage(reading(guest), { number: from.numbers[1]! }))?.board.slug).toBe(into.slug);
  expect(await db.boardMerge.findUniqueOrThrow({ where: { id: mergeId } })).toMatchObject({ moved: 4, fromId: null });
  await runMerge({ mergeId });
  expect(await countOf(into)).toBe(6);
  await transact(commands.restorePost)(admin, { post: from.posts[0]!, reason: 'Not spam' });
  expect(await countOf(into)).toBe(7);
  // What leads to a board that a guest may not see is not named.
  await setReaders(into.id, 'STAFF');
  expect(await findMovedTo(reading(guest), { slug: from.slug })).toBeNull();
  expect(await getFeed(reading(), { slug: from.slug })).toBeNull();
  // Nobody else gets the old address.
  const input = { name: from.slug, reads: 'EVERYONE', starts: 'READERS', replies: 'READERS', productId: '' };
  expect((await transact(commands.addBoard)(admin, addBoardInput.parse(input))).slug).toBe(`${from.slug}-2`);
});

it('leads on from a board that was merged twice', async () => {
  const [a, b, c] = [await withThreads(1), await withThreads(1), await withThreads(1)];
  await runMerge({ mergeId: (await merge(admin, { board: a.slug, into: b.slug })).merge });
  await runMerge({ mergeId: (await merge(admin, { board: b.slug, into: c.slug })).merge });
  for (const { slug } of [a, b]) expect(await findMovedTo(reading(guest), { slug })).toBe(c.slug);
  expect(await countOf(c)).toBe(3);
});

it('is called back until it begins; begun and called back at once, one of both holds', async () => {
  const [from, into] = [await withThreads(1), await withThreads(1)];
  const first = (await merge(admin, { board: from.slug, into: into.slug })).merge;
  await callBack(admin, { merge: first });
  await runMerge({ mergeId: first });
  expect([await countOf(from), await countOf(into)]).toEqual([1, 1]);
  for (let round = 0; round < 4; round += 1) {
    const [a, b] = [await withThreads(1), await withThreads(1)];
    const { merge: id } = await merge(admin, { board: a.slug, into: b.slug });
    const [end] = await Promise.all([refusal(callBack(admin, { merge: id })), runMerge({ mergeId: id })]);
    expect([end, await countOf(a), await countOf(b)]).toEqual(
      end === 'done' ? ['done', 1, 1] : [end === 'not-found' ? end : 'merge-begun', undefined, 2],
    );
  }
});

it('two workers on one merge, with threads hidden and begun meanwhile, lose and count nothing twice', async () => {
  const [from, into] = [await withThreads(8), await withThreads(1)];
  const { merge: mergeId } = await merge(admin, { board: from.slug, into: into.slug });
  const ends = await Promise.all([
    runMerge({ mergeId }, { batch: 1 }),
    runMerge({ mergeId }, { batch: 1 }),
    ...from.posts.slice(0, 3).map((post) => hide(admin, { post, reason: 'Spam' })),
    ...[1, 2].map(() =>
      start(fan, titled(from.slug)).then(
        () => 'begun',
        (error: { code?: string }) => error.code,
      ),
    ),
  ]);
  const begun = ends.filter((end) => end === 'begun').length;
  expect(await db.thread.count()).toBe(9 + begun);
  expect(await db.thread.count({ where: { boardId: into.id } })).toBe(9 + begun);
  expect(await countOf(into)).toBe(await shownOn(into));
  expect(await shownOn(into)).toBe(6 + begun);
});

it('control: a batch that counts threads before it holds them counts one that is hidden meanwhile', async () => {
  const [from, into] = [await withThreads(1), await withThreads(0)];
  const naive = db.$transaction(async (tx) => {
    const shown = await tx.thread.count({ where: { boardId: from.id, shown: true } });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await tx.thread.updateMany({ where: { boardId: from.id }, data: { boardId: into.id } });
    await tx.board.update({ where: { id: into.id }, data: { threadCount: { increment: shown } } });
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await hide(admin, { post: from.posts[0]!, reason: 'Spam' });
  await naive;
  expect([await countOf(into), await shownOn(into)]).toEqual([1, 0]);
});

it('a board that waits to be merged goes on until it begins, and is neither merged again nor deleted', async () => {
  const [from, into, third] = [await withThreads(2), await makeBoard(), await makeBoard()];
  await merge(admin, { board: from.slug, into: into.slug });
  for (const pair of [
    [from, third],
    [third, from],
    [into, third],
    [third, into],
  ] as const)
    expect(await refusal(merge(admin, { board: pair[0].slug, into: pair[1].slug }))).toBe('board-merging');
  expect(await refusal(remove(admin, { board: into.slug }))).toBe('board-merging');
  expect(await refusal(start(fan, titled(from.slug)))).toBe('done');
});

it('opens nothing to more people, keeps ideas with their product, and is refused in words', async () => {
  const [from, into] = [await withThreads(1), await makeBoard()];
  const refused = () => refusal(merge(admin, { board: from.slug, into: into.slug }));
  await setReaders(from.id, 'MEMBERS');
  expect(await refused()).toBe('merge-would-open');
  await setReaders(from.id, 'PUBLIC');
  await archive(admin, { board: into.slug, reason: '' });
  expect(await refused()).toBe('board-archived');
  await db.boardArchive.deleteMany();
  await db.board.update({ where: { id: from.id }, data: { productId: (await makeProduct()).id } });
  await db.thread.updateMany({ where: { boardId: from.id }, data: { kind: 'IDEA' } });
  expect(await refused()).toBe('board-merge-product');
  await db.thread.updateMany({ where: { boardId: from.id }, data: { kind: 'DISCUSSION' } });
  expect(await refusal(merge(admin, { board: from.slug, into: from.slug }))).toBe('board-merge-same');
  expect(await refusal(merge(fan, { board: from.slug, into: into.slug }))).toBe('forbidden');
  // What has become impossible while it waited is given up, and nothing moves.
  const { merge: mergeId } = await merge(admin, { board: from.slug, into: into.slug });
  await setReaders(from.id, 'STAFF');
  await runMerge({ mergeId });
  expect([await countOf(from), await db.boardMerge.count()]).toEqual([1, 0]);
  expect((await getBoardPage(reading(system), { slug: from.slug }))?.board.archive).toBeNull();
});
