import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { madeForum, madeTopic } from '@/tests/support/discourse-forum';
import { json, startStandIn, type StandIn, type StandInRules } from '@/tests/support/discourse-stand-in';
import { freshFolder, readStandIn } from '@/tests/support/read-stand-in';

import { readDiscourseFolder } from '../discourse-read';
import type { ForumApi } from './api-client';
import { openForumFolder } from './forum-folder';
import { readTopic } from './read-topic';

const open: StandIn[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function serve(posts: number, rules: StandInRules = {}): Promise<StandIn> {
  const standIn = await startStandIn(madeForum([madeTopic(300, posts)]), { staff: true, longest: 50, ...rules });
  open.push(standIn);
  return standIn;
}

const ids = (count: number) => Array.from({ length: count }, (_, at) => 300_000 + at);
const streamIn = (folder: string) =>
  (
    JSON.parse(readFileSync(path.join(folder, 't/300.json'), 'utf8')) as {
      post_stream: { posts: { id: number; raw: string }[]; stream: number[] };
    }
  ).post_stream;
const pagesAsked = (asked: string[]) => asked.filter((each) => /^\/t\/300.*page=/.test(each)).length;

describe('a topic so long that the forum does not list its posts', () => {
  it.each([
    ['twenty at a time', { print: false }, 105, 6],
    ['to the end of a page', { print: false }, 120, 6],
    ['a thousand at a time', {}, 2_100, 3],
  ])('comes whole, %s', async (_, rules, posts, pages) => {
    const { done, folder, asked } = await readStandIn({ standIn: await serve(posts, rules) });
    expect(done).toMatchObject({ topics: 1, skipped: [] });
    const stream = streamIn(folder);
    expect(stream.posts.map(({ id }) => id)).toEqual(ids(posts));
    expect(stream.posts.every(({ raw }) => raw !== undefined)).toBe(true);
    expect(pagesAsked(asked)).toBe(pages);
    const { threads } = await readDiscourseFolder(folder);
    expect([threads[0]!.posts.length, threads[0]!.standing?.length]).toEqual([posts, posts]);
  });

  it('says of no post that it is gone, where one slipped through between two pages', async () => {
    const rules: StandInRules = { print: false };
    const standIn = await serve(105, rules);
    const forum = madeForum([madeTopic(300, 105)]);
    const second = await startStandIn(forum, {
      ...{ staff: true, longest: 50, print: false },
      before: (url) => {
        if (/page=3/.test(url)) forum.topics[0]!.posts = forum.topics[0]!.posts.filter(({ id }) => id !== 300_001);
      },
    });
    open.push(second);
    await readStandIn({ standIn });
    const { folder } = await readStandIn({ standIn: second });
    expect(streamIn(folder).posts).toHaveLength(104);
    expect(streamIn(folder).stream).toEqual([]);
    expect((await readDiscourseFolder(folder)).threads[0]!.standing).toBe(null);
  });

  it('is left to the next run where a page cannot be read', async () => {
    const before: StandInRules['before'] = (url, response) => /page=3/.test(url) && (json(response, 403, {}), true);
    const { done } = await readStandIn({ standIn: await serve(105, { print: false, before }) });
    expect(done).toMatchObject({ topics: 0, skipped: [300] });
  });

  it('ends, though the forum answers the same page for ever', async () => {
    const before: StandInRules['before'] = (url, response) =>
      /^\/t\/.*page=/.test(url) && (json(response, 200, { post_stream: { posts: [{ id: 300_000 }] } }), true);
    const { asked } = await readStandIn({ standIn: await serve(105, { before }) });
    expect(pagesAsked(asked)).toBe(1);
  });
});

describe('a topic that would fill the disk', () => {
  it.each([
    ['with the first answer', true],
    ['by and by', false],
  ])('is left out as soon as its file is too large for the importer, %s', async (_, print) => {
    const raw = 'x'.repeat(65_536);
    const posts = Array.from({ length: 200 }, (__, at) => ({ id: at + 1, post_number: at + 1, raw }));
    const asked: string[] = [];
    const api: ForumApi = {
      ...{ site: 'https://old.example', count: { requests: 0, waited: 0 }, perMinute: () => 55 },
      get: async (address) => {
        asked.push(address);
        if (address.includes('print=true') && !print) return { ok: false, why: 'refused' };
        const wanted = new URL(address, 'https://old.example').searchParams.getAll('post_ids[]').map(Number);
        const some =
          wanted.length > 0 ? posts.filter(({ id }) => wanted.includes(id)) : posts.slice(0, print ? 200 : 20);
        return {
          ok: true,
          value: { id: 5, title: 'T', post_stream: { posts: some, stream: posts.map(({ id }) => id) } },
        };
      },
    };
    const folder = await openForumFolder(freshFolder(), 'https://old.example', new Date());
    expect(await readTopic({ api, folder, largest: 11 * 1_048_576 }, 5)).toBe('skipped');
    expect(await folder.list('t')).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(await readTopic({ api, folder }, 5)).toBe('written');
  });
});
