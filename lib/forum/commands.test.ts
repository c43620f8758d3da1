import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeBoard, makeMember, makeReply, makeThread } from '@/tests/support/forum-factories';

import { closeThread, reply, startThread } from './commands';
import { getThreadPage } from './queries';

const start = transact(startThread);

const title = 'A title that is long enough';

describe('startThread', () => {
  it('opens a thread that can be read at once, with its language and its address', async () => {
    const [fan, board] = [await makeMember(), await makeBoard()];
    const { number, slug } = await start(fan, {
      board: board.slug,
      kind: 'QUESTION',
      title: '戴了一个月，耳塞会变硬吗？',
      body: '想问问**大家**。',
    });
    const page = await getThreadPage(reading(), { number });
    expect(slug).toBe('戴了一个月-耳塞会变硬吗');
    expect(page).toMatchObject({ lang: 'zh', kind: 'QUESTION', postCount: 1, board: { slug: board.slug } });
    expect(page?.posts[0]).toMatchObject({
      html: '<p>想问问<strong>大家</strong>。</p>\n',
      depth: 0,
      author: { handle: fan.handle, owner: false, staff: false },
    });
    expect(await db.board.findUnique({ where: { id: board.id }, select: { threadCount: true } })).toEqual({
      threadCount: 1,
    });
    expect(await db.event.count({ where: { name: 'thread.started', actorId: fan.id } })).toBe(1);
  });

  it.each([
    ['guests', guest, 'signed-out'],
    ['the unconfirmed', { confirmed: false }, 'unconfirmed'],
    ['those below the board’s trust', { trust: 0 }, 'trust-too-low'],
  ])('refuses %s', async (_who, person, code) => {
    const actor = 'kind' in person ? person : await makeMember(person);
    const board = await makeBoard({ postTrust: 1 });
    await expect(start(actor, { board: board.slug, kind: 'DISCUSSION', title, body: 'x' })).rejects.toMatchObject({
      code,
    });
    expect(await db.thread.count({ where: { boardId: board.id } })).toBe(0);
  });

  it('refuses an idea on a board of no product, and words that show nothing', async () => {
    const [fan, board] = [await makeMember(), await makeBoard()];
    const input = { board: board.slug, kind: 'IDEA', title, body: 'x' } as const;
    await expect(start(fan, input)).rejects.toMatchObject({ code: 'kind-needs-product' });
    await expect(start(fan, { ...input, kind: 'DISCUSSION', body: '\u200b \u2060' })).rejects.toMatchObject({
      code: 'required',
    });
  });

  it('is limited in a short time', async () => {
    const [fan, board] = [await makeMember(), await makeBoard()];
    const once = (at: number) =>
      start(fan, { board: board.slug, kind: 'DISCUSSION', title: `${title} ${at}`, body: 'x' });
    for (let at = 0; at < 10; at++) await once(at);
    await expect(once(10)).rejects.toMatchObject({ code: 'rate-limited' });
  });
});

describe('reply', () => {
  it('stands two levels deep and names whom it answers', async () => {
    const [ann, ben, cyd, board] = [await makeMember(), await makeMember(), await makeMember(), await makeBoard()];
    const { number } = await makeThread(ann, board);
    await makeReply(ben, number, 'root');
    await makeReply(cyd, number, 'other root');
    await makeReply(ann, number, 'to ben', 2);
    await makeReply(cyd, number, 'to ann, under ben', 4);
    const page = await getThreadPage(reading(), { number });
    expect(page?.posts.map((post) => [post.number, post.depth, post.branch, post.answers?.name])).toEqual([
      [1, 0, 0, undefined],
      [2, 1, 2, undefined],
      [4, 2, 2, undefined],
      [5, 2, 2, ann.name],
      [3, 1, 3, undefined],
    ]);
  });

  it('gives each of many at once a number of its own', async () => {
    const board = await makeBoard();
    const fans = await Promise.all(Array.from({ length: 12 }, () => makeMember()));
    const { number, id } = await makeThread(fans[0]!, board);
    await Promise.all(fans.map((fan) => makeReply(fan, number)));
    const posts = await db.post.findMany({
      where: { threadId: id },
      select: { number: true },
      orderBy: { number: 'asc' },
    });
    expect(posts.map((post) => post.number)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
    expect((await getThreadPage(reading(), { number }))?.postCount).toBe(13);
  });

  it('mentions members who exist, and leaves other words alone', async () => {
    const [ann, ben, board] = [await makeMember(), await makeMember(), await makeBoard()];
    const { number } = await makeThread(ann, board);
    const { postId } = await makeReply(ben, number, `Ask @${ann.handle} or @nobody-here`);
    const post = await db.post.findUniqueOrThrow({ where: { id: postId }, include: { mentions: true } });
    expect(post.mentions.map(({ memberId }) => memberId)).toEqual([ann.id]);
    expect(post.html).toContain(`data-mention="${ann.handle}"`);
    expect(post.html).not.toContain('data-mention="nobody-here"');
  });

  it('stops when a moderator closes the thread, and goes on when it is opened again', async () => {
    const [fan, mod, board] = [await makeMember(), await makeMember({ roles: ['MODERATOR'] }), await makeBoard()];
    const { number } = await makeThread(fan, board);
    const close = transact(closeThread);
    await expect(close(fan, { thread: number, on: true, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(close(mod, { thread: number, on: true, reason: '' })).rejects.toMatchObject({ code: 'reason-needed' });
    await close(mod, { thread: number, on: true, reason: 'Answered in the notes' });
    await expect(makeReply(fan, number)).rejects.toMatchObject({ code: 'thread-closed' });
    expect((await getThreadPage(reading(), { number }))?.closed?.reason).toBe('Answered in the notes');
    await close(mod, { thread: number, on: false, reason: '' });
    await expect(makeReply(fan, number)).resolves.toBeTruthy();
    expect(
      await db.auditEntry.findMany({ where: { actorId: mod.id }, select: { act: true }, orderBy: { id: 'asc' } }),
    ).toEqual([{ act: 'thread.close' }, { act: 'thread.reopen' }]);
  });
});

it('reply refuses a post that is not there', async () => {
  const [fan, board] = [await makeMember(), await makeBoard()];
  const { number } = await makeThread(fan, board);
  await expect(transact(reply)(fan, { thread: number, parent: 99, body: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(transact(reply)(fan, { thread: 999_999, parent: 1, body: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  });
});
