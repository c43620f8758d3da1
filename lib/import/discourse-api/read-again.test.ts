import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { madeForum, madePost, madeTopic, minutes } from '@/tests/support/discourse-forum';
import type { StandInRules } from '@/tests/support/discourse-stand-in';
import { freshFolder, readStandIn, standIns } from '@/tests/support/read-stand-in';

import { digestOf } from './forum-folder';

const serve = standIns({ perPage: 3 });

const text = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');
const filesIn = (folder: string) =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, [statSync(path.join(folder, name)).mtimeMs, digestOf([text(folder, name)])] as const]),
  );
/** What the files say, whenever they were written. */
const saidIn = (folder: string) => Object.entries(filesIn(folder)).map(([name, [, said]]) => [name, said]);
const topicsAsked = (asked: string[]) =>
  asked.filter((each) => each.startsWith('/t/')).map((each) => each.split('?')[0]);
const later = { now: new Date('2026-12-24T12:00:00Z') };

describe('a second reading', () => {
  it('of an unchanged forum asks for lists only and writes no file', async () => {
    const standIn = await serve(madeForum());
    const { folder } = await readStandIn({ standIn });
    const before = filesIn(folder);
    const { done, asked } = await readStandIn({ standIn, folder, ...later });
    expect(done).toMatchObject({ topics: 7, read: 0, gone: 0 });
    expect(topicsAsked(asked)).toEqual([]);
    expect(filesIn(folder)).toEqual(before);
  });

  it('asks for what the lists say has changed, and for nothing else', async () => {
    const forum = madeForum();
    const standIn = await serve(forum);
    const { folder } = await readStandIn({ standIn });
    const topic = (id: number) => forum.topics.find((each) => each.id === id)!;
    topic(100).title = 'Another title';
    topic(101).closed = true;
    topic(102).tags = ['treble'];
    topic(103).posts[0]!.deleted_at = minutes(9_000);
    topic(104).bumped_at = minutes(900_000);
    forum.topics.push(madeTopic(200, 1));
    const { done, asked } = await readStandIn({ standIn, folder, ...later });
    expect(done).toMatchObject({ topics: 8, read: 6 });
    expect(topicsAsked(asked)).toEqual([100, 101, 102, 103, 104, 200].map((id) => `/t/${id}.json`));
  });

  it('asks for everything where it is told to, since an edit in the middle shows in no list', async () => {
    const forum = madeForum();
    const standIn = await serve(forum);
    const { folder } = await readStandIn({ standIn });
    forum.topics[0]!.posts[0]!.raw = 'Edited';
    await readStandIn({ standIn, folder, ...later });
    expect(text(folder, 't/100.json')).not.toContain('Edited');
    const { done } = await readStandIn({ standIn, folder, ...later, again: true });
    expect([done.read, text(folder, 't/100.json').includes('Edited')]).toEqual([7, true]);
  });

  it('marks what was deleted there, once, and brings back what was restored', async () => {
    const forum = madeForum();
    const standIn = await serve(forum);
    const { folder } = await readStandIn({ standIn });
    const [first, second] = forum.topics;
    first!.deleted_at = minutes(5_000);
    forum.topics = forum.topics.filter((each) => each !== second);
    const { done, asked } = await readStandIn({ standIn, folder, ...later });
    expect(done).toMatchObject({ gone: 2, topics: 5 });
    expect(topicsAsked(asked)).toEqual(['/t/100.json', '/t/101.json']);
    for (const id of [100, 101])
      expect(JSON.parse(text(folder, `t/${id}.json`))).toMatchObject({
        deleted_at: expect.anything(),
        post_stream: { posts: [] },
      });
    const before = filesIn(folder);
    const again = await readStandIn({ standIn, folder, ...later });
    expect([again.done.gone, topicsAsked(again.asked)]).toEqual([0, []]);
    expect(filesIn(folder)).toEqual(before);
    delete first!.deleted_at;
    expect((await readStandIn({ standIn, folder, ...later })).done).toMatchObject({ read: 1, topics: 6 });
  });

  it('deletes nothing on the word of a key that does not see everything', async () => {
    const forum = madeForum();
    const rules: StandInRules = { staff: true, perPage: 3 };
    const standIn = await serve(forum, rules);
    const { folder } = await readStandIn({ standIn });
    rules.staff = false;
    forum.topics = forum.topics.filter(({ id }) => id !== 100);
    const { done } = await readStandIn({ standIn, folder, ...later });
    expect(done).toMatchObject({ gone: 0, unknown: 1, topics: 7 });
    expect(JSON.parse(text(folder, 't/100.json'))).not.toHaveProperty('deleted_at');
  });

  it('does not believe that most of a forum has vanished, nor a key that is no longer valid', async () => {
    const forum = madeForum(Array.from({ length: 15 }, (_, at) => madeTopic(400 + at, 1)));
    const rules: StandInRules = {};
    const standIn = await serve(forum, rules);
    const { folder } = await readStandIn({ standIn });
    const all = forum.topics;
    forum.topics = [];
    await expect(readStandIn({ standIn, folder, ...later })).rejects.toThrow(/15 of 15 topics are in no list/);
    forum.topics = all.map((topic) => ({ ...topic, closed: true }));
    const before = filesIn(folder);
    rules.before = (url) => void (url.startsWith('/t/') && (rules.key = 'withdrawn'));
    const revoked = readStandIn({ standIn, folder, now: new Date('2026-12-26T12:00:00Z') });
    await expect(revoked).rejects.toThrow(/refuses the key/);
    expect(filesIn(folder)).toEqual(before);
  });
});

describe('a reading that was stopped', () => {
  it('goes on at any moment and ends as one would have', async () => {
    const forum = madeForum([...Array.from({ length: 6 }, (_, at) => madeTopic(500 + at, 3)), madeTopic(510, 45)]);
    const whole = await readStandIn({ standIn: await serve(forum, { print: false }) });
    const requests = whole.asked.length;
    for (let cut = 1; cut < requests; cut += 1) {
      const folder = freshFolder();
      let on = true;
      const standIn = await serve(forum, {
        print: false,
        before: (_, response, count) => on && count > cut && (response.writeHead(403).end('{}'), true),
      });
      const first = await readStandIn({ standIn, folder }).catch(() => null);
      if (first?.done.skipped.length === 0) throw new Error('was not stopped');
      on = false;
      await readStandIn({ standIn, folder });
      expect(saidIn(folder)).toEqual(saidIn(whole.folder));
      await standIn.close();
    }
  }, 60_000);

  it('asks for no page and no topic that it has', async () => {
    const forum = madeForum();
    let on = true;
    const standIn = await serve(forum, {
      before: (url, response) => on && url.startsWith('/t/104.json') && (response.socket?.destroy(), true),
    });
    const folder = freshFolder();
    const first = await readStandIn({ standIn, folder });
    expect(first.done.skipped).toEqual([104]);
    on = false;
    const second = await readStandIn({ standIn, folder });
    expect(second.done).toMatchObject({ read: 1, topics: 7, skipped: [] });
    expect(topicsAsked(second.asked)).toEqual(['/t/104.json']);
  });

  it('takes no notice of a line that a kill tore, nor of half a file', async () => {
    const standIn = await serve(madeForum());
    const { folder } = await readStandIn({ standIn });
    appendFileSync(path.join(folder, '.reading'), '{"topic":100,"ro');
    appendFileSync(path.join(folder, 't/100.json.part'), '{"id":100,');
    const { done } = await readStandIn({ standIn, folder, ...later });
    expect(done).toMatchObject({ read: 0, topics: 7 });
    expect(existsSync(path.join(folder, 't/100.json.part'))).toBe(false);
  });

  it('long ago begins anew, since its lists are old', async () => {
    const forum = madeForum();
    let on = true;
    const standIn = await serve(forum, {
      before: (url, response) =>
        on && /^\/(t\/|latest.*activity)/.test(url) && (response.writeHead(403).end('{}'), true),
    });
    const folder = freshFolder();
    await expect(readStandIn({ standIn, folder })).rejects.toThrow(/goes on where it stopped/);
    on = false;
    forum.topics.push(madeTopic(50, 1), madeTopic(51, 0, { posts: [madePost(51_000, 1)] }));
    const { done, asked } = await readStandIn({ standIn, folder, ...later });
    expect(done.topics).toBe(9);
    expect(asked.some((each) => each.startsWith('/site.json'))).toBe(true);
  });
});
