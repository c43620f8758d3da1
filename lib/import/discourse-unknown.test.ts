import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { truncateAll } from '@/tests/support/database';
import { base, folderOf, postOf, run, type Topic } from '@/tests/support/discourse-topics';
import { setReaders } from '@/tests/support/forum-factories';

vi.setConfig({ testTimeout: 60_000 });

beforeEach(truncateAll);

describe('boards that the folder names by number alone', () => {
  const topics: Topic[] = [{ id: 1, category_id: 10, posts: [{ id: 11 }] }];
  const named = {
    category_list: {
      categories: [
        { id: 10, name: 'Audio talk', slug: 'audio-talk', read_restricted: false, description: 'All of it' },
      ],
    },
  };

  it('are asked about before anything is written', async () => {
    const { done, codes } = await run(folderOf(topics), { base, strict: true });
    expect([codes, done.empty, await db.thread.count(), await db.board.count({ where: { sourceId: '10' } })]).toEqual([
      ['boards-unnamed'],
      true,
      0,
      0,
    ]);
  });

  it('are opened to everybody when that is said', async () => {
    const { codes } = await run(folderOf(topics), { base, strict: true, boards: 'public' });
    expect([codes, await db.board.findFirst({ where: { sourceId: '10' } })]).toMatchObject([
      [],
      { visibility: 'PUBLIC', slug: 'category-10' },
    ]);
  });

  it('get name, address and readers from a later run with categories.json, and keep them', async () => {
    const { left } = await run(folderOf(topics));
    expect([...left.keys()].join()).toContain('10 are for staff only');
    expect(await db.board.findFirst({ where: { sourceId: '10' } })).toMatchObject({
      visibility: 'STAFF',
      name: 'Category 10',
    });
    await run(folderOf(topics, { 'categories.json': named }));
    const board = { visibility: 'PUBLIC', name: 'Audio talk', slug: 'audio-talk', description: 'All of it' };
    expect(await db.board.findFirst({ where: { sourceId: '10' } })).toMatchObject(board);
    const { codes } = await run(folderOf(topics), { base, strict: true });
    expect([codes, await db.board.findFirst({ where: { sourceId: '10' } })]).toMatchObject([[], board]);
  });

  it('keep what was changed here, field by field', async () => {
    await run(folderOf(topics));
    const ours = await db.board.findFirstOrThrow({ where: { sourceId: '10' } });
    await db.board.update({ where: { id: ours.id }, data: { name: 'Ours' } });
    await setReaders(ours.id, 'MEMBERS');
    await run(folderOf(topics, { 'categories.json': named }));
    expect(await db.board.findFirst({ where: { sourceId: '10' } })).toMatchObject({
      visibility: 'MEMBERS',
      name: 'Ours',
      slug: 'audio-talk',
    });
  });
});

describe('a forgotten address', () => {
  const topics: Topic[] = [
    { id: 1, posts: [{ id: 11, cooked: '<p><a href="/guidelines">rules</a> <img src="/uploads/a.png" alt="a"></p>' }] },
  ];

  it('is asked for before anything is written, and can be done without', async () => {
    const { codes, done } = await run(folderOf(topics), { strict: true });
    expect([codes, done.threads]).toEqual([['from-missing'], 0]);
    const { left } = await run(folderOf(topics), { strict: true, withoutBase: true });
    expect([...left.entries()].find(([what]) => what.includes('--from'))?.[1]).toBe(2);
  });

  it('is mended by a later run', async () => {
    await run(folderOf(topics), {});
    expect((await postOf('11')).html).toBe('<p>rules </p>');
    const { done } = await run(folderOf(topics), { base });
    expect((await postOf('11')).html).toContain('<a href="https://forum.example.com/guidelines"');
    expect((await postOf('11')).markdown).toContain('![a](https://forum.example.com/uploads/a.png)');
    expect(done.changed).toBe(1);
  });
});

it('keeps the level of trust that posts and lists tell, also in a later run', async () => {
  const topics = (level: number): Topic[] => [
    {
      id: 1,
      posts: [
        { id: 11, trust_level: level },
        { id: 12, username: 'bo', trust_level: 4 },
        { id: 13, username: 'cy' },
      ],
    },
  ];
  const { left } = await run(folderOf(topics(0)));
  await run(folderOf(topics(2)));
  const members = await db.member.findMany({ orderBy: { handle: 'asc' } });
  expect(members.map(({ handle, trust }) => [handle, trust])).toEqual([
    ['ann', 2],
    ['bo', 3],
    ['cy', 0],
  ]);
  expect([...left.entries()].find(([what]) => what.includes('above 3'))?.[1]).toBe(1);
});
