import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { guest, type Actor, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { hidePost, mergeBoard } from '@/lib/forum/commands';
import { runMerge } from '@/lib/forum/run-merge';
import { saveRedirect } from '@/lib/redirects/commands';
import { truncateAll } from '@/tests/support/database';
import { folderOf, run } from '@/tests/support/discourse-run';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, setReaders } from '@/tests/support/forum-factories';
import { makePage } from '@/tests/support/page-factories';

import { findOldAddress } from './find-old-address';

let admin: SignedIn;
let fan: SignedIn;
let folder: string;

const find = (address: string, actor: Actor = guest) => findOldAddress(reading(actor), { address });
const redirect = (from: string, to: string) =>
  transact((ctx, input: { from: string; to: string }) => saveRedirect(ctx, { shown: 0, ...input }))(admin, {
    from,
    to,
  });

/** The old forum: a board in another, one for its team, a long thread that lacks a post, a Chinese one. */
async function importForum(): Promise<void> {
  const post = (id: number, more: object = {}) => ({ id, ...more });
  folder = folderOf(
    {
      id: 12,
      title: 'A thread about cups',
      category_id: 5,
      posts: [post(101), post(103, { post_number: 3 }), post(104, { post_number: 4, username: 'me' })],
    },
    { id: 13, title: '耳机的佩戴感受怎么样', category_id: 6, posts: [post(111, { cooked: '<p>我们都很想知道</p>' })] },
    { id: 14, title: 'The secret plan of the team', category_id: 7, posts: [post(121)] },
  );
  const category = (id: number, slug: string, more: object = {}) => ({ id, name: `Board ${slug}`, slug, ...more });
  const categories = [
    category(5, 'support'),
    category(6, 'boards', { parent_category_id: 5 }),
    category(7, 'team', { read_restricted: true }),
  ];
  writeFileSync(path.join(folder, 'categories.json'), JSON.stringify({ category_list: { categories } }));
  await run(folder);
}

const thread = (sourceId: string) => db.thread.findFirstOrThrow({ where: { sourceId }, include: { board: true } });

beforeAll(async () => {
  await truncateAll();
  [admin, fan] = [await makeMember({ roles: ['ADMIN'] }), await makeMember()];
  await importForum();
});
beforeEach(() => db.redirect.deleteMany());

describe('an address of the old forum', () => {
  it('leads to the thread, in its language and at the post', async () => {
    const [cups, chinese] = [await thread('12'), await thread('13')];
    const there = `/en/t/${cups.number}/${cups.slug}`;
    for (const address of ['/t/12', '/t/any-title/12', '/T/x/12?page=2', '/t/12/1', '/t/x/12/last', '/p/101'])
      expect(await find(address), address).toBe(address === '/p/101' ? `${there}#post-1` : there);
    // The second post is not here: those behind it have another number than there.
    expect(await find('/t/x/12/3')).toBe(`${there}#post-2`);
    expect(await find('/t/12/4')).toBe(`${there}#post-3`);
    expect([await find('/t/x/12/2'), await find('/t/x/12/99')]).toEqual([there, there]);
    expect(await find('/p/103')).toBe(`${there}#post-2`);
    expect(await find('/t/13')).toBe(`/zh/t/${chinese.number}/${encodeURIComponent(chinese.slug)}`);
    expect([await find('/t/99'), await find('/p/99')]).toEqual([null, null]);
  });

  it('is known again of a post that an older import brought', async () => {
    await db.$executeRaw`UPDATE "Post" SET "imported" = "imported" - 'number' WHERE "source" = 'discourse'`;
    const { number, slug } = await thread('12');
    expect(await find('/t/x/12/3')).toBe(`/en/t/${number}/${slug}`);
    await run(folder);
    expect(await find('/t/x/12/3')).toBe(`/en/t/${number}/${slug}#post-2`);
  });

  it('leads to the board by its id or its old name, and to the one that took it in', async () => {
    const { board } = await thread('13');
    // Its address was kept for the program, or taken.
    expect([await find('/c/support'), await find('/c/support/5')]).toEqual([
      '/en/boards/support',
      '/en/boards/support',
    ]);
    for (const address of ['/c/boards', '/c/support/boards', '/c/support/boards/6', '/c/x/6/l/latest'])
      expect(await find(address), address).toBe(`/en/boards/${board.slug}`);
    const into = await makeBoard();
    const { merge } = await transact(mergeBoard)(admin, { board: board.slug, into: into.slug });
    await runMerge({ mergeId: merge });
    for (const address of ['/c/support/boards/6', '/c/boards'])
      expect(await find(address), address).toBe(`/en/boards/${into.slug}`);
    await setReaders(into.id, 'STAFF');
    expect([await find('/c/boards/6'), await find('/t/13')]).toEqual([null, null]);
    expect(await find('/c/boards/6', admin)).toBe(`/en/inner/boards/${into.slug}`);
    await setReaders(into.id, 'PUBLIC');
  });

  it('leads to the profile under the name that the member has here', async () => {
    const brought = await db.member.findFirstOrThrow({ where: { source: 'discourse', sourceId: 'me' } });
    expect(await find('/u/me/summary')).toBe(`/en/u/${brought.handle}`);
    await db.member.update({ where: { id: brought.id }, data: { handle: 'me_two' } });
    expect([await find('/u/me'), await find('/u/ME/activity'), await find('/users/me')]).toEqual([
      '/en/u/me_two',
      '/en/u/me_two',
      '/en/u/me_two',
    ]);
    // At names of its own the program answers itself, in the reader's language.
    expect([await find(`/u/${fan.handle}`), await find('/u/nobody')]).toEqual([null, null]);
    expect(await find(`/u/${fan.handle}/summary`)).toBe(`/en/u/${fan.handle}`);
  });

  it('of its lists leads to the boards', async () => {
    for (const address of ['/latest', '/top', '/categories/']) expect(await find(address), address).toBe('/en/boards');
  });

  it('tells nobody of what they may not see: a private board, its threads and posts, what is hidden', async () => {
    for (const address of ['/t/14', '/t/the-secret-plan/14/1', '/c/team', '/c/team/7', '/p/121'])
      for (const actor of [guest, fan]) expect(await find(address, actor), address).toBeNull();
    const { number, slug } = await thread('14');
    expect(await find('/t/14', admin)).toBe(`/en/inner/t/${number}/${slug}`);
    const cups = await thread('12');
    const post = await db.post.findFirstOrThrow({ where: { sourceId: '103' } });
    await transact(hidePost)(admin, { post: post.id, reason: 'Spam' });
    expect(await find('/t/12/3')).toBe(`/en/t/${cups.number}/${cups.slug}`);
    expect(await find('/p/103')).toBeNull();
    const opening = await db.post.findFirstOrThrow({ where: { sourceId: '101' } });
    await transact(hidePost)(admin, { post: opening.id, reason: 'Spam' });
    for (const address of ['/t/12', '/t/12/4', '/p/101', '/p/104']) expect(await find(address), address).toBeNull();
  });
});

describe('an address of the old shop', () => {
  const product = (handle: string, status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED') =>
    db.product.create({ data: { handle, title: handle, status, createdAt: new Date(), updatedAt: new Date() } });

  it('leads to the product, or to the shop', async () => {
    await product('Air-2', 'ACTIVE');
    await product('next', 'DRAFT');
    await product('old', 'ARCHIVED');
    expect(await find('/products/Air-2')).toBe('/en/products/Air-2');
    expect(await find('/collections/sale/products/Air-2?variant=1')).toBe('/en/products/Air-2');
    for (const address of ['/products', '/collections/all', '/collections/Sale/red'])
      expect(await find(address), address).toBe('/en/products');
    for (const handle of ['next', 'old', 'nothing'])
      for (const actor of [guest, fan, admin]) expect(await find(`/products/${handle}`, actor), handle).toBeNull();
  });

  it('leads to the page of that name once it is published', async () => {
    const page = await makePage(admin, { slug: 'story' });
    expect(await find('/pages/story')).toBeNull();
    await page.again({ slug: 'story', state: 'PUBLISHED' });
    expect(await find('/pages/story')).toBe('/en/pages/story');
    await page.again({ slug: 'our-story', state: 'PUBLISHED' }, 2);
    expect(await find('/pages/story')).toBe('/en/pages/our-story');
    await page.again({ slug: 'our-story', state: 'WITHDRAWN' }, 3);
    expect([await find('/pages/story'), await find('/policies/privacy-policy')]).toEqual([null, null]);
  });
});

describe('the table of staff', () => {
  it('wins over all of these, and its targets are led on', async () => {
    await db.product.createMany({
      data: ['one', 'two'].map((handle) => ({
        handle,
        title: handle,
        status: 'ACTIVE' as const,
        createdAt: new Date(),
        updatedAt: new Date(),
      })),
    });
    await redirect('/products/one', '/collections/all/products/two');
    expect(await find('/Products/One?page=1')).toBe('/en/products/two');
    await redirect('/blogs/news', '/products/two');
    await redirect('/blog', '/blogs/news');
    expect(await find('/blog')).toBe('/en/products/two');
    await redirect('/elsewhere', 'https://other.example/a');
    expect(await find('/elsewhere')).toBe('https://other.example/a');
  });

  it('tells no more of a target than staff wrote', async () => {
    await redirect('/plan', '/t/14');
    expect(await find('/plan')).toBe('/t/14');
    expect(await find('/plan', admin)).toMatch(/^\/en\/inner\/t\//);
  });
});
