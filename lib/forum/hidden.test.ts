import { describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeBoard, makeMember, makeReply, makeThread } from '@/tests/support/forum-factories';

import { closeThread, hidePost, reply, restorePost, votePost, withdrawPost } from './commands';
import {
  getBoardPage,
  getFeed,
  getOwnThreadPart,
  getThreadPage,
  listBoards,
  listLatestThreads,
  listPublicThreads,
  listThreadsBy,
  pageSize,
} from './queries';

const withdraw = transact(withdrawPost);
const hide = (mod: SignedIn, post: string) => transact(hidePost)(mod, { post, reason: 'Spam' });
const people = async () =>
  [await makeMember(), await makeMember(), await makeMember({ roles: ['MODERATOR'] })] as const;
const boardItem = async (slug: string) => (await listBoards(reading())).find((board) => board.slug === slug);

it('hidden threads take no places in any list', async () => {
  const [fan, spammer, mod] = await people();
  const board = await makeBoard();
  const older = await makeThread(fan, board, { title: 'The thread that is real' });
  for (let at = 0; at <= pageSize; at++)
    await hide(mod, (await makeThread(spammer, board, { title: `Buy this now, ${at}` })).postId);
  const page = await getBoardPage(reading(), { slug: board.slug });
  expect(page?.threads.map(({ number }) => number)).toEqual([older.number]);
  expect(page?.next).toBeNull();
  expect((await getFeed(reading(), { slug: board.slug }))?.items.map(({ number }) => number)).toEqual([older.number]);
  expect(await boardItem(board.slug)).toMatchObject({ threads: 1, latest: { number: older.number } });
  expect((await listLatestThreads(reading(), { take: 1 })).map(({ number }) => number)).toEqual([older.number]);
  expect(await listThreadsBy(reading(), { memberId: spammer.id })).toEqual({ threads: [], next: null });
  expect((await listPublicThreads(reading(), { after: older.number })).threads).toEqual([]);
});

describe('counts and order', () => {
  it('go back when a reply is withdrawn, hidden or put back', async () => {
    const [fan, ben, mod] = await people();
    const board = await makeBoard();
    const quiet = await makeThread(fan, board, { title: 'The thread that is older' });
    const other = await makeThread(fan, board, { title: 'The thread that is newer' });
    const before = (await getThreadPage(reading(), { number: quiet.number }))!.lastPostAt;
    const first = await makeReply(ben, quiet.number, 'one');
    const second = await makeReply(mod, quiet.number, 'two');
    const order = async () =>
      (await getBoardPage(reading(), { slug: board.slug }))!.threads.map(({ number, replies, lastBy }) => [
        number,
        replies,
        lastBy?.name ?? null,
      ]);
    expect(await order()).toEqual([
      [quiet.number, 2, mod.name],
      [other.number, 0, null],
    ]);
    await hide(mod, second.postId);
    expect(await order()).toEqual([
      [quiet.number, 1, ben.name],
      [other.number, 0, null],
    ]);
    await withdraw(ben, { post: first.postId });
    expect(await order()).toEqual([
      [other.number, 0, null],
      [quiet.number, 0, null],
    ]);
    expect(await getThreadPage(reading(), { number: quiet.number })).toMatchObject({
      replies: 0,
      lastPostAt: before,
      postCount: 3,
    });
    await transact(restorePost)(mod, { post: second.postId, reason: '' });
    expect(await order()).toEqual([
      [quiet.number, 1, mod.name],
      [other.number, 0, null],
    ]);
    await hide(mod, first.postId);
    expect((await getThreadPage(reading(), { number: quiet.number }))?.replies).toBe(1);
  });

  it('of a board go back with a thread, once for each', async () => {
    const [fan, , mod] = await people();
    const board = await makeBoard();
    const [one, two] = [await makeThread(fan, board), await makeThread(fan, board)];
    await withdraw(fan, { post: one.postId });
    await hide(mod, one.postId);
    await hide(mod, two.postId);
    expect((await boardItem(board.slug))?.threads).toBe(0);
    await transact(restorePost)(mod, { post: two.postId, reason: '' });
    expect((await boardItem(board.slug))?.threads).toBe(1);
  });

  it('stay right when many reply and withdraw at once', async () => {
    const [fan] = await people();
    const board = await makeBoard();
    const { number, id } = await makeThread(fan, board);
    const fans = await Promise.all(Array.from({ length: 10 }, () => makeMember()));
    const replies = await Promise.all(fans.map((one) => makeReply(one, number)));
    await Promise.all(
      fans.map(
        async (one, at) =>
          void (at % 2 ? await makeReply(one, number) : await withdraw(one, { post: replies[at]!.postId })),
      ),
    );
    const shown = await db.post.findMany({
      where: { threadId: id, hiding: null },
      select: { createdAt: true },
      orderBy: { createdAt: 'desc' },
    });
    expect(shown).toHaveLength(11);
    expect(await getThreadPage(reading(), { number })).toMatchObject({ replies: 10, lastPostAt: shown[0]!.createdAt });
  });
});

describe('an opening post', () => {
  it('stays once another has replied, and goes while nobody has', async () => {
    const [fan, ben] = await people();
    const board = await makeBoard();
    const thread = await makeThread(fan, board);
    await makeReply(fan, thread.number, 'my own addition');
    expect((await getOwnThreadPart(reading(fan), { number: thread.number }))?.othersReplied).toBe(false);
    const { postId } = await makeReply(ben, thread.number, 'I answer');
    expect((await getOwnThreadPart(reading(fan), { number: thread.number }))?.othersReplied).toBe(true);
    await expect(withdraw(fan, { post: thread.postId })).rejects.toMatchObject({ code: 'thread-answered' });
    await withdraw(ben, { post: postId });
    expect(await withdraw(fan, { post: thread.postId })).toMatchObject({ wholeThread: true });
  });

  it('waits for a reply that is on its way, and a reply for its going', async () => {
    const [fan, ben] = await people();
    const board = await makeBoard();
    const held = gate();
    const first = await makeThread(fan, board);
    const replying = inTransaction(ben, async (ctx) => {
      await reply(ctx, { thread: first.number, parent: 1, body: 'I answer' });
      await held.reached();
    });
    await held.whenReached;
    // Without the lock the withdrawal would see what anybody sees now: no reply.
    expect(await db.post.count({ where: { threadId: first.id, number: { gt: 1 } } })).toBe(0);
    const withdrawing = withdraw(fan, { post: first.postId }).catch((error: { code: string }) => error.code);
    expect(await Promise.race([withdrawing, wait(200)])).toBe('waiting');
    held.open();
    await replying;
    expect(await withdrawing).toBe('thread-answered');

    const again = gate();
    const second = await makeThread(fan, board);
    const going = inTransaction(fan, async (ctx) => {
      await withdrawPost(ctx, { post: second.postId });
      await again.reached();
    });
    await again.whenReached;
    // Without the condition on the locked row the reply would go where it sees a thread now.
    expect(await getThreadPage(reading(), { number: second.number })).not.toBeNull();
    const late = makeReply(ben, second.number).catch((error: { code: string }) => error.code);
    expect(await Promise.race([late, wait(200)])).toBe('waiting');
    again.open();
    await going;
    expect(await late).toBe('not-found');
  });
});

it('takes no votes in a closed thread', async () => {
  const [fan, ben, mod] = await people();
  const { number, postId } = await makeThread(fan, await makeBoard());
  await transact(closeThread)(mod, { thread: number, on: true, reason: 'Settled' });
  await expect(transact(votePost)(ben, { post: postId, on: true })).rejects.toMatchObject({ code: 'thread-closed' });
});

const wait = (ms: number) => new Promise<'waiting'>((done) => setTimeout(() => done('waiting'), ms));

function gate() {
  let [open, arrive] = [() => {}, () => {}];
  const opened = new Promise<void>((done) => (open = done));
  const whenReached = new Promise<void>((done) => (arrive = done));
  return { whenReached, open, reached: () => (arrive(), opened) };
}
