import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { writeCursor } from '@/lib/core/cursor';
import { db } from '@/lib/core/db';
import { uuid7 } from '@/lib/core/ids';
import { makeBoard, makeMember, makeOwner, makeProduct, makeReply, makeThread } from '@/tests/support/forum-factories';

import { markRead, pinThread } from './commands';
import { getBoardPage, getThreadPage, postsPerPage } from './queries';

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
    const end = writeCursor(second!.threads.at(-1)!.lastPostAt, uuid7(new Date(0)));
    expect(await getBoardPage(reading(), { slug: board.slug, after: end })).toBeNull();
    expect(await getBoardPage(reading(), { slug: board.slug, after: writeCursor(0, uuid7(new Date())) })).toBeNull();
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
