import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { makeBoard, makeMember, makeOwner, makeProduct, makeReply, makeThread } from '@/tests/support/forum-factories';

import { acceptAnswer, closeThread, editPost, markRead, pinThread, reply, startThread, withdrawPost } from './commands';
import { getBoardPage, getPostHistory, getPostSource, getThreadPage, postsPerPage } from './queries';

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

describe('editPost', () => {
  const edit = transact(editPost);

  it('keeps the former words', async () => {
    const [fan, board] = [await makeMember(), await makeBoard()];
    const { number, postId } = await makeThread(fan, board, { body: 'first' });
    await edit(fan, { post: postId, body: 'second', title: 'A better title for this', reason: '' });
    const history = await getPostHistory(reading(), { id: postId });
    expect(history?.map(({ html }) => html.trim())).toEqual(['<p>second</p>', '<p>first</p>']);
    expect(await getThreadPage(reading(), { number })).toMatchObject({
      title: 'A better title for this',
      slug: 'a-better-title-for-this',
    });
  });

  it('asks staff for a reason, writes it down, and shows others nothing of what was taken out', async () => {
    const [fan, mod, board] = [await makeMember(), await makeMember({ roles: ['MODERATOR'] }), await makeBoard()];
    const { postId } = await makeThread(fan, board, { body: 'call me at 555' });
    await expect(edit(mod, { post: postId, body: 'call me', reason: '' })).rejects.toMatchObject({
      code: 'reason-needed',
    });
    await edit(mod, { post: postId, body: 'call me', reason: 'Took out a phone number' });
    const seenBy = async (actor: Parameters<typeof reading>[0]) =>
      JSON.stringify(await getPostHistory(reading(actor), { id: postId }));
    expect(await seenBy(guest)).not.toContain('555');
    expect(await seenBy(await makeMember())).not.toContain('555');
    expect(await seenBy(fan)).toContain('555');
    expect(await seenBy(mod)).toContain('555');
    expect(await db.auditEntry.findFirst({ where: { subjectId: postId } })).toMatchObject({
      act: 'post.edit',
      actorId: mod.id,
      reason: 'Took out a phone number',
    });
  });

  it('is nobody else’s business', async () => {
    const [fan, other, board] = [await makeMember(), await makeMember(), await makeBoard()];
    const { postId } = await makeThread(fan, board);
    await expect(edit(other, { post: postId, body: 'mine now', reason: '' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await getPostSource(reading(other), { id: postId })).toBeNull();
    expect(await getPostSource(reading(fan), { id: postId })).toMatchObject({ own: true });
  });
});

describe('withdrawPost', () => {
  it('leaves a quiet place with nothing in it', async () => {
    const [ann, ben, board] = [await makeMember(), await makeMember(), await makeBoard()];
    const { number } = await makeThread(ann, board);
    const { postId } = await makeReply(ben, number, 'I regret this');
    await expect(transact(withdrawPost)(ann, { post: postId })).rejects.toMatchObject({ code: 'forbidden' });
    await transact(withdrawPost)(ben, { post: postId });
    const page = await getThreadPage(reading(), { number });
    expect(page?.posts[1]).toMatchObject({ hidden: 'author', html: '', author: null });
    expect(JSON.stringify(page)).not.toContain('regret');
    expect(JSON.stringify(page)).not.toContain(ben.handle);
    await expect(transact(editPost)(ben, { post: postId, body: 'back', reason: '' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('acceptAnswer', () => {
  it('marks one reply of a question, by whoever asked or by staff', async () => {
    const [asker, ben, staff, board] = [
      await makeMember(),
      await makeMember(),
      await makeMember({ roles: ['SUPPORT'] }),
      await makeBoard(),
    ];
    const { number, postId } = await makeThread(asker, board, { kind: 'QUESTION' });
    const [one, two] = [await makeReply(ben, number, 'one'), await makeReply(ben, number, 'two')];
    const accept = transact(acceptAnswer);
    await expect(accept(ben, { post: one.postId, on: true })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(accept(asker, { post: postId, on: true })).rejects.toMatchObject({ code: 'not-an-answer' });
    await accept(asker, { post: one.postId, on: true });
    await accept(staff, { post: two.postId, on: true });
    expect((await getThreadPage(reading(), { number }))?.accepted).toMatchObject({ id: two.postId, name: ben.name });
    await accept(asker, { post: two.postId, on: false });
    expect((await getThreadPage(reading(), { number }))?.accepted).toBeNull();
  });
});

describe('pages', () => {
  it('of a long thread cover every post once, forwards and back, and begin at any post', async () => {
    const [fan, board] = [await makeMember({ roles: ['ADMIN'] }), await makeBoard()];
    const { number, id, postId } = await makeThread(fan, board);
    const count = postsPerPage * 2 + 15;
    await db.post.createMany({
      data: Array.from({ length: count - 1 }, (_, at) => {
        const own = at + 2;
        const nested = own % 4 === 0;
        return {
          threadId: id,
          number: own,
          authorId: fan.id,
          parentId: postId,
          depth: nested ? 2 : 1,
          branch: nested ? own / 2 + (own % 8 === 0 ? 1 : 0) : own,
          markdown: 'x',
          html: `<p>${own}</p>`,
          createdAt: new Date(),
        };
      }),
    });
    await db.thread.update({ where: { id }, data: { postCount: count } });
    const seen: number[] = [];
    let page = await getThreadPage(reading(), { number });
    const starts: number[] = [];
    while (page) {
      seen.push(...page.posts.map((post) => post.number));
      starts.push(page.posts[0]!.number);
      page = page.next ? await getThreadPage(reading(), { number, from: page.next }) : null;
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    expect(starts).toHaveLength(3);
    expect((await getThreadPage(reading(), { number, from: starts[2] }))?.previous).toBe(starts[1]);
    expect((await getThreadPage(reading(), { number, from: starts[1] }))?.previous).toBe(1);
    expect((await getThreadPage(reading(), { number, from: 77 }))?.posts[0]?.number).toBe(77);
    expect(await getThreadPage(reading(), { number, from: 9999 })).toBeNull();
  });

  it('of a board go by last talk, the pinned first, and cover every thread once', async () => {
    const [fan, mod, board] = [await makeMember(), await makeMember({ roles: ['MODERATOR'] }), await makeBoard()];
    const numbers: number[] = [];
    for (let at = 0; at < 34; at++)
      numbers.push((await makeThread(fan, board, { title: `Thread of many, ${at}` })).number);
    await transact(pinThread)(mod, { thread: numbers[3]!, on: true, reason: '' });
    await makeReply(mod, numbers[0]!);
    const first = await getBoardPage(reading(), { slug: board.slug });
    expect(first?.pinned.map((thread) => thread.number)).toEqual([numbers[3]]);
    expect(first?.threads[0]).toMatchObject({ number: numbers[0], postCount: 2, lastBy: { name: mod.name } });
    const second = await getBoardPage(reading(), { slug: board.slug, after: first!.next! });
    expect(second?.next).toBeNull();
    const all = [...first!.pinned, ...first!.threads, ...second!.threads].map((thread) => thread.number);
    expect(all.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(await getBoardPage(reading(), { slug: board.slug, after: 'rubbish' })).toBeNull();
    expect((await getBoardPage(reading(), { slug: board.slug, kind: 'QUESTION' }))?.threads).toEqual([]);
  });
});

it('shows the owner mark to owners of the board’s product, and the staff mark', async () => {
  const [owner, staff, product] = [await makeMember(), await makeMember({ roles: ['SUPPORT'] }), await makeProduct()];
  const board = await makeBoard({ productId: product.id });
  await makeOwner(owner, product.id);
  const { number } = await makeThread(owner, board);
  await makeReply(staff, number);
  const page = await getThreadPage(reading(), { number });
  expect(page?.posts.map(({ author }) => [author?.owner, author?.staff])).toEqual([
    [true, false],
    [false, true],
  ]);
});

it('remembers how far one has read, and never goes back', async () => {
  const [fan, other, board] = [await makeMember(), await makeMember(), await makeBoard()];
  const { number, id } = await makeThread(fan, board);
  for (let at = 0; at < 4; at++) await makeReply(fan, number);
  const read = transact(markRead);
  await read(other, { thread: number, upTo: 4 });
  await read(other, { thread: number, upTo: 2 });
  await read(guest, { thread: number, upTo: 2 });
  await read(fan, { thread: number, upTo: 900 });
  const rows = await db.threadRead.findMany({ where: { threadId: id }, select: { memberId: true, number: true } });
  expect(new Map(rows.map((row) => [row.memberId, row.number]))).toEqual(
    new Map([
      [other.id, 4],
      [fan.id, 5],
    ]),
  );
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
