import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { countRecords, listWaiting } from '@/lib/imports/queries';
import { truncateAll } from '@/tests/support/database';
import { folderOfForum, madeForum, madePost, madeTopic, minutes, richTopic } from '@/tests/support/discourse-forum';
import { startStandIn, type StandIn, type StandInForum } from '@/tests/support/discourse-stand-in';
import { forumState, rowsOf } from '@/tests/support/import-state';
import { readStandIn } from '@/tests/support/read-stand-in';

import { importDiscourse } from './import-discourse';
import type { Refusal } from './report';

const base = 'https://old.example';
const tables = [
  'Member',
  'Board',
  'Thread',
  'ThreadState',
  'Post',
  'Hiding',
  'Mention',
  'ImportRecord',
  'RemotePicture',
];
const later = { now: new Date('2026-12-24T12:00:00Z') };
const open: StandIn[] = [];

// Whole samples through the database: on a busy machine they take longer than most tests may.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(truncateAll);
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function serve(forum: StandInForum): Promise<StandIn> {
  const standIn = await startStandIn(forum, { staff: true, perPage: 3 });
  open.push(standIn);
  return standIn;
}

async function bring(folder: string, whole = true) {
  const refusals: Refusal[] = [];
  const kept: string[] = [];
  const done = await importDiscourse(folder, {
    ...{ base, strict: true, whole, onRefusal: (each: Refusal) => refusals.push(each) },
    onKept: (what, count) => kept.push(`${count} ${what}`),
  });
  return { done, refusals, kept };
}

const records = async () =>
  db.importRecord.findMany({ orderBy: [{ kind: 'asc' }, { sourceId: 'asc' }], omit: { at: true, changedAt: true } });

describe('a forum that was read through its API', () => {
  it('comes exactly as the same forum in a folder does', async () => {
    const forum = madeForum();
    forum.topics.push(richTopic(107), madeTopic(108, 30, { visible: false, category_id: 6 }));
    const { folder } = await readStandIn({ standIn: await serve(forum) });
    const { done, refusals, kept } = await bring(folder);
    expect(refusals.map(({ code }) => code)).toEqual(['whisper']);
    expect(done).toMatchObject({ threads: 9, members: 4, refused: 1 });
    expect(kept).toEqual([
      '4 topics with tags',
      '1 members with a title or a picture',
      '2 badges',
      '2 groups of members',
      '1 groups of tags',
      '1 tags',
    ]);
    const fromApi = [await forumState(), await records()];
    await truncateAll();
    await bring(folderOfForum(forum));
    expect([await forumState(), await records()]).toEqual(fromApi);
    expect(fromApi[0]).toMatchObject({
      boards: [{ slug: 'repairs' }, { slug: 'talk' }, { slug: 'team', visibility: 'STAFF' }],
    });
  });

  it('writes nothing when it is read and imported again', async () => {
    const standIn = await serve(madeForum());
    const { folder } = await readStandIn({ standIn });
    await bring(folder);
    const before = await rowsOf(...tables);
    await readStandIn({ standIn, folder, ...later });
    const { done } = await bring(folder);
    expect(done).toMatchObject({ threads: 7, added: 0, changed: 0 });
    expect(await rowsOf(...tables)).toEqual(before);
  });

  it('is brought up to date by a later run: titles, closures, edits, answers, and what was deleted there', async () => {
    const forum = madeForum([100, 101, 102, 103, 104].map((id) => madeTopic(id, 3)));
    const standIn = await serve(forum);
    const { folder } = await readStandIn({ standIn });
    await bring(folder);
    const topic = (id: number) => forum.topics.find((each) => each.id === id)!;
    topic(100).title = 'A better title';
    topic(101).closed = true;
    Object.assign(topic(102).posts[2]!, {
      raw: 'Edited',
      cooked: '<p>Edited</p>',
      updated_at: minutes(999_000),
      version: 2,
    });
    topic(102).bumped_at = minutes(999_000);
    topic(102).posts[1]!.deleted_at = minutes(999_000);
    topic(103).deleted_at = minutes(999_000);
    forum.topics = forum.topics.filter(({ id }) => id !== 104);
    await readStandIn({ standIn, folder, ...later });
    const { done } = await bring(folder);
    expect(done).toMatchObject({ threads: 3 });
    const threads = await db.thread.findMany({
      orderBy: { sourceId: 'asc' },
      select: { sourceId: true, title: true, shown: true, states: { select: { kind: true } } },
    });
    expect(threads.map(({ sourceId, title, shown, states }) => [sourceId, title, shown, states.length])).toEqual([
      ['100', 'A better title', true, 0],
      ['101', 'Topic number 101', true, 1],
      ['102', 'Topic number 102', true, 0],
      ['103', 'Topic number 103', false, 0],
      ['104', 'Topic number 104', false, 0],
    ]);
    const posts = await db.post.findMany({
      where: { thread: { sourceId: '102' } },
      orderBy: { number: 'asc' },
      select: { markdown: true, hiding: { select: { postId: true } } },
    });
    expect(posts.map(({ markdown, hiding }) => [markdown, hiding !== null])).toEqual([
      ['Post **102000** of the old forum', false],
      ['Post **102001** of the old forum', true],
      ['Edited', false],
    ]);
  });

  it('keeps Markdown as typed, with the pictures that only short addresses name', async () => {
    const hash = 'dBVTu2ZJgIyh1fzhxTpUkMNxV3z';
    const cooked = `<p><img src="/uploads/default/original/1X/5c.png" alt="Desk" data-base62-sha1="${hash}"></p><p><a class="attachment" href="/uploads/short-url/6iFzYV3.pdf">notes.pdf</a></p>`;
    const raw = `![Desk|690x388](upload://${hash}.png)\n\n[notes.pdf|attachment](upload://6iFzYV3.pdf)`;
    const { folder } = await readStandIn({
      standIn: await serve(madeForum([madeTopic(100, 0, { posts: [madePost(100_000, 1, { raw, cooked })] })])),
    });
    await bring(folder);
    const post = await db.post.findFirstOrThrow({ select: { markdown: true } });
    expect(post.markdown).toBe(
      `![Desk](${base}/uploads/default/original/1X/5c.png)\n\n[notes.pdf](${base}/uploads/short-url/6iFzYV3.pdf)`,
    );
    expect(await db.remotePicture.findMany({ select: { url: true } })).toEqual([
      { url: `${base}/uploads/default/original/1X/5c.png` },
    ]);
  });

  it('is only told of in a rehearsal', async () => {
    const { folder } = await readStandIn({ standIn: await serve(madeForum()) });
    const before = await rowsOf(...tables);
    const done = await importDiscourse(folder, { base, strict: true, rehearse: true });
    expect(done).toMatchObject({
      threads: 7,
      members: 4,
      refused: 0,
      rehearsal: { boards: 3, closed: 1, claimable: 3 },
    });
    expect(await rowsOf(...tables)).toEqual(before);
  });
});

describe('what Millet has no place for yet', () => {
  it('is kept, brought up to date, and dropped with what it belongs to', async () => {
    const forum = madeForum();
    const standIn = await serve(forum);
    const { folder } = await readStandIn({ standIn });
    await bring(folder);
    const waiting = (kind: string) => listWaiting(reading(system), { source: 'discourse', kind });
    expect(await waiting('group')).toMatchObject([
      { sourceId: '10', row: { name: 'trust_level_0', automatic: true } },
      { sourceId: '41', row: { name: 'Beta', members: ['bea', 'carl'], owners: ['ann'] } },
    ]);
    expect(await waiting('badge')).toMatchObject([
      { sourceId: '1' },
      { row: { name: 'Prototype tester', holders: ['carl'] } },
    ]);
    expect(await waiting('member')).toMatchObject([{ sourceId: 'ann', row: { title: 'Founder' } }]);
    expect((await waiting('topic-tags')).map(({ sourceId, row }) => [sourceId, row])).toEqual(
      ['100', '102', '104', '106'].map((id) => [id, { tags: ['bass'] }]),
    );
    forum.topics.find(({ id }) => id === 100)!.tags = [];
    forum.topics.find(({ id }) => id === 101)!.tags = ['treble', 'bass'];
    forum.topics = forum.topics.filter(({ id }) => id !== 102);
    forum.groups.pop();
    await readStandIn({ standIn, folder, ...later });
    await bring(folder);
    expect((await waiting('topic-tags')).map(({ sourceId, row }) => [sourceId, row])).toEqual([
      ['101', { tags: ['treble', 'bass'] }],
      ['104', { tags: ['bass'] }],
      ['106', { tags: ['bass'] }],
    ]);
    expect(await countRecords(reading(system), { source: 'discourse' })).toMatchObject({ group: { all: 1 } });
  });

  it('holds no field that only administrators see', async () => {
    const folder = folderOfForum(madeForum());
    const secret = {
      id: 41,
      name: 'Beta',
      email_password: 'hunter2',
      email_username: 'beta@old.example',
      smtp_server: 'x',
    };
    writeFileSync(path.join(folder, 'group-beta.json'), JSON.stringify({ group: secret }));
    await bring(folder);
    const kept = await db.importRecord.findMany({ where: { kind: 'group' }, select: { sourceId: true, row: true } });
    expect(kept).toMatchObject([
      { sourceId: '10' },
      { sourceId: '41', row: { name: 'Beta', members: ['bea', 'carl'] } },
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/hunter2|@old|smtp/);
  });

  it('of a part of a forum drops nothing of the rest', async () => {
    await bring(folderOfForum(madeForum()));
    await bring(folderOfForum({ ...madeForum([madeTopic(100, 1, { tags: [] })]), groups: [], badges: [] }), false);
    expect(await countRecords(reading(system), { source: 'discourse' })).toMatchObject({
      ...{ group: { all: 2 }, badge: { all: 2 }, 'topic-tags': { all: 3 } },
    });
  });
});
