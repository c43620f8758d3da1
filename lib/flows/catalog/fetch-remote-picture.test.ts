import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';

import { saveProduct } from '@/lib/catalog/commands';
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { editPost, importPosts, type PostImport } from '@/lib/forum/commands';
import type { GuardedFetch } from '@/lib/outside/fetch';
import { answering } from '@/tests/support/answering';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';

import { mostAttempts } from '@/lib/core/picture-retries';
import { fetchRemotePicture } from './fetch-remote-picture';

const url = 'https://old.example.com/uploads/a.png?x=1&y=2';
const shown = `<p>Look: <img src="${url.replace('&', '&amp;')}" alt="a" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>`;
const file = /^\/files\/[0-9a-f]{64}\.webp$/;

const picture = () =>
  sharp({ create: { width: 30, height: 15, channels: 3, background: '#c96' } })
    .png()
    .toBuffer();
const pictureRow = () => db.remotePicture.findFirstOrThrow();
const srcOf = (html: string) => / src="([^"]*)"/.exec(html)?.[1] ?? '';

async function importPost(html = shown, more: Partial<PostImport> = {}) {
  const board =
    (await db.board.findFirst()) ??
    (await db.board.create({
      data: { slug: 'talk', name: 'Talk', source: 'discourse', sourceId: '1', createdAt: new Date() },
    }));
  const author =
    (await db.member.findFirst()) ?? (await db.member.findUniqueOrThrow({ where: { id: (await makeMember()).id } }));
  const content = { html, markdown: `Look: ![a](${url})`, excerpt: 'Look', mentioned: [] };
  const post = {
    sourceId: '11',
    author,
    content,
    answers: null,
    at: new Date('2024-01-01T00:00:00Z'),
    editedAt: null,
    votes: 0,
    hidden: false,
    ...more,
  };
  const thread = {
    source: 'discourse',
    sourceId: '1',
    board: { ...board, sourceId: '1' },
    title: 'A title',
    pinned: false,
    closed: false,
    answer: null,
    opening: '11',
    last: true,
    standing: null,
    deleted: [],
  };
  await transact(importPosts)(system, { ...thread, posts: [post] });
  return db.post.findFirstOrThrow();
}

beforeEach(truncateAll);

describe('a picture of the old site', () => {
  it('is fetched once and shown from here, in posts and descriptions, HTML and Markdown', async () => {
    await importPost();
    const variants = [{ title: 'One', priceMinor: 1, currency: 'USD' }];
    await transact(saveProduct)(system, { handle: 'lamp', title: 'Lamp', html: shown, source: 'shopify', variants });
    expect([await db.remotePicture.count(), await db.remotePictureUse.count()]).toEqual([1, 2]);
    const jobs = await db.$queryRaw<
      { count: bigint }[]
    >`SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'fetchRemotePicture'`;
    expect(Number(jobs[0]?.count)).toBe(1);
    const { id } = await pictureRow();
    await fetchRemotePicture(id, { fetch: answering(await picture()) });
    const { path } = await pictureRow();
    expect(path).toMatch(file);
    const [post, product] = [await db.post.findFirstOrThrow(), await db.product.findFirstOrThrow()];
    expect([srcOf(post.html), post.markdown, srcOf(product.html)]).toEqual([path, `Look: ![a](${path})`, path]);
    await importPost();
    expect(await db.post.findFirstOrThrow()).toEqual(post);
  });

  it('that is here already is shown at once in what comes later', async () => {
    await importPost();
    await fetchRemotePicture((await pictureRow()).id, { fetch: answering(await picture()) });
    await importPost(`<p>New</p>${shown}`);
    expect(srcOf((await db.post.findFirstOrThrow()).html)).toMatch(file);
  });

  it('leaves words alone that were edited meanwhile', async () => {
    const post = await importPost();
    const admin = await makeMember({ roles: ['ADMIN', 'MODERATOR'] });
    await transact(editPost)(admin, { post: post.id, body: 'No picture any more', reason: 'Not ours' });
    await fetchRemotePicture((await pictureRow()).id, { fetch: answering(await picture()) });
    expect((await db.post.findFirstOrThrow()).markdown).toBe('No picture any more');
  });

  it('out of reach is tried ever more rarely, given up, and asked for anew by the next run', async () => {
    await importPost();
    const { id } = await pictureRow();
    for (let turn = 0; turn < mostAttempts; turn += 1)
      await fetchRemotePicture(id, { fetch: answering(Buffer.alloc(0), 404) });
    expect(await pictureRow()).toMatchObject({ state: 'FAILED', path: null });
    expect(srcOf((await db.post.findFirstOrThrow()).html)).toBe(url.replace('&', '&amp;'));
    await importPost();
    expect(await pictureRow()).toMatchObject({ state: 'PENDING', attempts: 0 });
  });

  it('is shown also by a post that is being written while it comes', async () => {
    await importPost();
    const { id } = await pictureRow();
    const bytes = await picture();
    const slow: GuardedFetch = async (...words) => {
      await importPost(shown, { sourceId: '11' });
      return answering(bytes)(...words);
    };
    await Promise.all([fetchRemotePicture(id, { fetch: slow }), importPost(`<p>Meanwhile</p>${shown}`)]);
    expect(srcOf((await db.post.findFirstOrThrow()).html)).toMatch(file);
  });
});
