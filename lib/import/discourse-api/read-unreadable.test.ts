import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { madeForum, madeTopic } from '@/tests/support/discourse-forum';
import { json, type StandInForum, type StandInRules } from '@/tests/support/discourse-stand-in';
import { freshFolder, readStandIn, standIns } from '@/tests/support/read-stand-in';

const serve = standIns();

const many = (count: number) => madeForum(Array.from({ length: count }, (_, at) => madeTopic(1_000 + at, 1)));
const topicOf = (url: string) => Number(/^\/t\/(\d+)/.exec(url)?.[1] ?? 0);
const refusing =
  (isRefused: (topic: number) => boolean, status = 403): StandInRules['before'] =>
  (url, response) =>
    isRefused(topicOf(url)) && (json(response, status, {}), true);
const day = (number: number) => ({ now: new Date(Date.parse('2026-12-01T12:00:00Z') + number * 86_400_000) });
const topic = (folder: string, id: number) =>
  JSON.parse(readFileSync(path.join(folder, `t/${id}.json`), 'utf8')) as object;

describe('topics that the forum does not let be read', () => {
  it('keep no others from being read, are told, and are tried again', async () => {
    const rules: StandInRules = { before: refusing((id) => id >= 1_002 && id < 1_042) };
    const standIn = await serve(many(60), rules);
    const { done, folder, asked } = await readStandIn({ standIn });
    expect([done.whole, done.read, done.topics, done.skipped]).toEqual([
      false,
      20,
      20,
      Array.from({ length: 40 }, (_, at) => 1_002 + at),
    ]);
    // Whether the key still works is found out at the fourth in a row, the eighth, the sixteenth and the thirty-second.
    expect(asked.filter((each) => each === '/site.json')).toHaveLength(1 + 4);
    rules.before = undefined;
    const second = await readStandIn({ standIn, folder });
    expect(second.done).toMatchObject({ read: 40, topics: 60, skipped: [], whole: true });
  });

  it('end the run where the key was withdrawn', async () => {
    const rules: StandInRules = {};
    rules.before = (url) => void (topicOf(url) === 1_010 && (rules.key = 'withdrawn'));
    const standIn = await serve(many(60), rules);
    const folder = freshFolder();
    await expect(readStandIn({ standIn, folder })).rejects.toThrow(/refuses the key/);
    expect(standIn.asked.filter((each) => topicOf(each) > 1_013)).toEqual([]);
    delete rules.key;
    rules.before = undefined;
    expect((await readStandIn({ standIn, folder })).done).toMatchObject({ topics: 60, skipped: [] });
  });

  it('end it where they are most of the forum', async () => {
    const standIn = await serve(many(400), { before: refusing((id) => id >= 1_000) });
    await expect(readStandIn({ standIn })).rejects.toThrow(
      /201 of 400 topics could not be read.*may the key read them/,
    );
  });

  it('are asked for after all others once a run has ended for them', async () => {
    const rules: StandInRules = { print: false, before: refusing((id) => id >= 1_000 && id < 1_040, 500) };
    const standIn = await serve(many(50), rules);
    const folder = freshFolder();
    await expect(readStandIn({ standIn, folder })).rejects.toThrow(/31 of 50 topics could not be read/);
    const second = await readStandIn({ standIn, folder });
    expect([second.done.read, second.done.skipped.length]).toEqual([10, 40]);
    const order = [...new Set(second.asked.map(topicOf).filter((id) => id > 0))];
    expect(order.slice(0, 19)).toEqual(Array.from({ length: 19 }, (_, at) => 1_031 + at));
    rules.before = undefined;
    expect((await readStandIn({ standIn, folder })).done).toMatchObject({ topics: 50, skipped: [] });
  });

  it('are told, too, where no list names them any more', async () => {
    const forum = many(20);
    const rules: StandInRules = {};
    const standIn = await serve(forum, rules);
    const { folder } = await readStandIn({ standIn });
    forum.topics = forum.topics.filter(({ id }) => id !== 1_003);
    rules.before = refusing((id) => id === 1_003);
    const { done } = await readStandIn({ standIn, folder, ...day(1) });
    expect(done).toMatchObject({ gone: 0, skipped: [1_003], topics: 20 });
  });
});

describe('lists that the forum fails to answer', () => {
  it('are told, where they are a few, and the rest comes', async () => {
    const failing = /^\/(groups\/Beta\/members|user_badges|c\/team)/;
    const before: StandInRules['before'] = (url, response) => failing.test(url) && (json(response, 500, {}), true);
    const { done, folder } = await readStandIn({ standIn: await serve(madeForum(), { before }) });
    expect(done).toMatchObject({ topics: 7, whole: false });
    expect(done.without).toEqual([
      'members of the group Beta',
      'who has the badge 101',
      'the list of topics of the category team',
    ]);
    // Nobody is said to have left the group.
    expect(readFileSync(path.join(folder, 'groups.json'), 'utf8')).not.toContain('members');
  });

  it('end the run where they are many', async () => {
    const forum = madeForum();
    for (let id = 50; id < 60; id += 1)
      forum.groups.push({ id, name: `g${id}`, automatic: false, members: [], owners: [] });
    const before: StandInRules['before'] = (url, response) =>
      url.startsWith('/groups/g') && (json(response, 500, {}), true);
    await expect(readStandIn({ standIn: await serve(forum, { before }) })).rejects.toThrow(
      /did not answer \/groups\/g55/,
    );
  });
});

describe('topics that the forum says do not exist', () => {
  const closed = (forum: StandInForum) => forum.topics.forEach((each) => (each.closed = !each.closed));

  it('are marked as gone at the end, where they are a few', async () => {
    const forum = many(30);
    const rules: StandInRules = {};
    const standIn = await serve(forum, rules);
    const { folder } = await readStandIn({ standIn });
    closed(forum);
    rules.before = refusing((id) => id >= 1_000 && id < 1_012, 404);
    const { done } = await readStandIn({ standIn, folder, ...day(1) });
    expect(done).toMatchObject({ gone: 12, topics: 18, read: 18 });
    expect([topic(folder, 1_011), topic(folder, 1_012)]).toEqual([
      expect.objectContaining({ deleted_at: expect.any(String) }),
      expect.not.objectContaining({ deleted_at: expect.any(String) }),
    ]);
  });

  it('are marked at no time where they are most of the forum, though the lists name them', async () => {
    const forum = many(30);
    const rules: StandInRules = {};
    const standIn = await serve(forum, rules);
    const { folder } = await readStandIn({ standIn });
    closed(forum);
    rules.before = refusing((id) => id >= 1_000, 404);
    for (const at of [1, 1, 3])
      await expect(readStandIn({ standIn, folder, ...day(at) })).rejects.toThrow(/16 of 30 topics/);
    for (let id = 1_000; id < 1_030; id += 1) expect(topic(folder, id)).not.toHaveProperty('deleted_at');
    rules.before = undefined;
    expect((await readStandIn({ standIn, folder, ...day(4) })).done).toMatchObject({ gone: 0, topics: 30 });
  });

  it('count together with those that no list names', async () => {
    const forum = many(30);
    const rules: StandInRules = {};
    const standIn = await serve(forum, rules);
    const { folder } = await readStandIn({ standIn });
    closed(forum);
    forum.topics = forum.topics.filter(({ id }) => id >= 1_008 || id < 1_000);
    rules.before = refusing((id) => id >= 1_008 && id < 1_016, 404);
    await expect(readStandIn({ standIn, folder, ...day(1) })).rejects.toThrow(/16 of 30 topics/);
    for (let id = 1_000; id < 1_030; id += 1) expect(topic(folder, id)).not.toHaveProperty('deleted_at');
  });

  it('end a first reading as well, which would bring nothing', async () => {
    const standIn = await serve(many(30), { before: refusing((id) => id >= 1_000, 404) });
    await expect(readStandIn({ standIn })).rejects.toThrow(/16 of 30 topics/);
  });
});
