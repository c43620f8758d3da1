import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { truncateAll } from '@/tests/support/database';
import { rowsOf } from '@/tests/support/import-state';
import { folderOf, run, tables, type Fields } from '@/tests/support/discourse-topics';

vi.setConfig({ testTimeout: 60_000 });

beforeEach(truncateAll);

describe('other folders', () => {
  const post = (id: number, topic: number, number: number, more: Fields = {}) => ({
    id,
    topic_id: topic,
    topic_title: `Loose topic ${topic}`,
    topic_slug: 'loose',
    category_id: null,
    post_number: number,
    username: 'ann',
    created_at: `2024-01-01T00:00:0${number}Z`,
    cooked: `<p>Post ${id}</p>`,
    ...more,
  });

  it('of one JSON for each post, and of /posts.json, make threads', async () => {
    const files = {
      '12.json': post(12, 1, 2),
      '11.json': post(11, 1, 1, { topic_title: 'Its first title' }),
      'posts.json': { latest_posts: [post(22, 2, 2), post(21, 2, 1), post(13, 1, 3)] },
      'late.json': [post(33, 3, 3)],
    };
    const { done, codes } = await run(folderOf([], files));
    expect([done.threads, done.posts, codes]).toEqual([2, 5, ['opening-post-missing']]);
    expect(
      (await db.post.findMany({ where: { thread: { sourceId: '1' } }, orderBy: { number: 'asc' } })).map(
        ({ sourceId }) => sourceId,
      ),
    ).toEqual(['11', '12', '13']);
    const rows = await rowsOf(...tables);
    await run(folderOf([], files));
    expect(await rowsOf(...tables)).toEqual(rows);
    await run(folderOf([], { '11.json': post(11, 1, 1), '12.json': post(12, 1, 2, { user_deleted: true }) }));
    expect(await db.hiding.findMany({ select: { post: { select: { sourceId: true } } } })).toEqual([
      { post: { sourceId: '12' } },
    ]);
  });

  it('of old versions name users in the item itself', async () => {
    const { done, codes } = await run(
      folderOf([], {
        'directory_items.json': {
          directory_items: [
            { id: 3, username: 'old_one', likes_received: 2 },
            { id: 4, user: { id: 4, username: 'newer' } },
          ],
        },
      }),
    );
    expect([done.members, codes]).toEqual([2, []]);
  });

  it('in another encoding are refused by file', async () => {
    const folder = folderOf([{ id: 1, posts: [{ id: 11 }] }]);
    writeFileSync(
      path.join(folder, 'latin.json'),
      Buffer.from('{"users":[{"id":1,"username":"j\u00fcrgen"}]}', 'latin1'),
    );
    const { done, codes } = await run(folder);
    expect([done.threads, codes]).toEqual([1, ['encoding']]);
  });

  it('notes of the forum are no refusals, and are told', async () => {
    const { done, left } = await run(
      folderOf([{ id: 1, tags: ['a', 'b'], posts: [{ id: 11 }, { id: 12, post_type: 3 }] }]),
    );
    expect([done.refused, left.get('notes of the forum about a topic, such as that it was closed')]).toEqual([0, 1]);
  });
});
