import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { madeForum, madePost, madeTopic, minutes } from '@/tests/support/discourse-forum';
import type { StandInRules } from '@/tests/support/discourse-stand-in';
import { readStandIn, standIns } from '@/tests/support/read-stand-in';

const serve = standIns({ perPage: 3 });

const topicIn = (folder: string, id: number) =>
  JSON.parse(readFileSync(path.join(folder, `t/${id}.json`), 'utf8')) as {
    title: string;
    deleted_at?: string;
    post_stream: { posts: { id: number; raw: string }[]; stream: number[] };
  };
const topicsIn = (folder: string) => readdirSync(path.join(folder, 't')).map((name) => Number.parseInt(name, 10));
const topicsAsked = (asked: string[]) => asked.filter((each) => each.startsWith('/t/'));

describe('a forum that is read', () => {
  it('comes whole, through however many pages, each topic once, with the words as typed', async () => {
    const forum = madeForum();
    const { done, folder, asked } = await readStandIn({ standIn: await serve(forum) });
    expect(done).toMatchObject({ topics: 7, read: 7, users: 4, gone: 0, skipped: [], without: [], unknown: 0 });
    expect(topicsIn(folder)).toEqual([100, 101, 102, 103, 104, 105, 106]);
    expect(topicsAsked(asked)).toHaveLength(7);
    expect(topicIn(folder, 101).post_stream.posts[0]?.raw).toBe('Post **101000** of the old forum');
    expect(readdirSync(folder).toSorted()).toEqual(
      [
        '.reading',
        'badges.json',
        'categories.json',
        'groups.json',
        't',
        'tag_groups.json',
        'tags.json',
        'users',
      ].toSorted(),
    );
    expect(JSON.parse(readFileSync(path.join(folder, 'groups.json'), 'utf8'))).toMatchObject({
      groups: [{ name: 'trust_level_0' }, { name: 'Beta', members: ['bea', 'carl'], owners: ['ann'] }],
    });
  });

  it('leaves behind what the importer does not read: who liked and voted, who read, what is suggested', async () => {
    const polls = [{ name: 'poll', voters: 1, options: [], preloaded_voters: [{ username: 'secret-voter' }] }];
    const post = madePost(300_000, 1, { polls, reply_to_user: { username: 'secret-user' } });
    const users = madeForum().users.map((user) => ({ ...user, ip_address: '203.0.113.9', last_seen_at: minutes(5) }));
    const forum = { ...madeForum([madeTopic(300, 0, { posts: [post], details: 'secret-detail' })]), users };
    const { folder } = await readStandIn({ standIn: await serve(forum) });
    const said = ['t/300.json', 'users/page-0.json']
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join();
    expect(said).toContain('"voters":1');
    expect(said).not.toMatch(/secret-|203\.0\.113|last_seen|participants/);
  });

  it('is for nobody else to look into', async () => {
    const { folder } = await readStandIn({ standIn: await serve(madeForum()) });
    const modes = [
      folder,
      path.join(folder, 'users'),
      path.join(folder, 't'),
      path.join(folder, 'users/page-0.json'),
      path.join(folder, '.reading'),
    ];
    expect(modes.map((each) => (statSync(each).mode & 0o777).toString(8))).toEqual(['700', '700', '700', '600', '600']);
  });

  it('is never asked for a private message, nor for a page about a category', async () => {
    const { folder, asked } = await readStandIn({ standIn: await serve(madeForum()) });
    expect(asked.filter((each) => /\/t\/(990|900)\b|private|messages/.test(each))).toEqual([]);
    expect(existsSync(path.join(folder, 't/990.json'))).toBe(false);
  });

  it('keeps no topic that was made a private message after it was listed', async () => {
    const forum = madeForum();
    const before: StandInRules['before'] = (url) => {
      if (url.startsWith('/t/103.json')) forum.topics.find(({ id }) => id === 103)!.archetype = 'private_message';
    };
    const { done, folder } = await readStandIn({ standIn: await serve(forum, { before }) });
    expect([done.topics, existsSync(path.join(folder, 't/103.json'))]).toEqual([6, false]);
    expect(readdirSync(path.join(folder, 't')).join()).not.toContain('part');
  });

  it('comes in pieces of twenty posts where it may not be printed', async () => {
    const standIn = await serve(madeForum([madeTopic(300, 65)]), { print: false });
    const { folder, asked } = await readStandIn({ standIn });
    expect(topicIn(folder, 300).post_stream.posts.map(({ id }) => id)).toEqual(
      Array.from({ length: 65 }, (_, at) => 300_000 + at),
    );
    expect(topicIn(folder, 300).post_stream.posts.every(({ raw }) => raw !== undefined)).toBe(true);
    expect(asked.filter((each) => each.startsWith('/t/300/posts.json'))).toHaveLength(3);
  });

  it('is asked only once whether it may be printed', async () => {
    const { asked } = await readStandIn({ standIn: await serve(madeForum(), { print: false }) });
    expect(asked.filter((each) => each.includes('print=true'))).toHaveLength(1);
  });

  it('comes in smaller pieces where an answer is too large, and tells which topic cannot be read at all', async () => {
    const tooLarge = (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': `${60 * 1_048_576}` }).write('{"long":"');
      return true;
    };
    const heavy: StandInRules['before'] = (url, response) => url.startsWith('/t/301.json') && tooLarge(response);
    const forum = madeForum([madeTopic(301, 40), madeTopic(302, 1)]);
    const { done, folder } = await readStandIn({ standIn: await serve(forum, { before: heavy }) });
    expect(done).toMatchObject({ topics: 1, skipped: [301] });
    // The first twenty are too large together, and nothing smaller may be asked for of them.
    expect(existsSync(path.join(folder, 't/301.json'))).toBe(false);
    const some: StandInRules['before'] = (url, response) =>
      (url.includes('print=true') || url.split('post_ids').length > 1 + 10) && tooLarge(response);
    const next = await readStandIn({ standIn: await serve(madeForum([madeTopic(303, 60)]), { before: some }) });
    expect(next.done).toMatchObject({ topics: 1, skipped: [] });
    expect(topicIn(next.folder, 303).post_stream.posts).toHaveLength(60);
  });

  it('without an administrator’s key comes without addresses, and says so', async () => {
    const { done, folder } = await readStandIn({ standIn: await serve(madeForum(), { staff: false }) });
    expect(done).toMatchObject({ topics: 7, users: 4 });
    expect(done.without.join('; ')).toMatch(/addresses of members.*groups of tags/);
    expect(readFileSync(path.join(folder, 'users/page-0.json'), 'utf8')).not.toContain('@old.example');
  });

  it('with a moderator’s key that may see no address says that too', async () => {
    const forum = madeForum();
    for (const user of forum.users) delete (user as { email?: string }).email;
    const { done } = await readStandIn({ standIn: await serve(forum) });
    expect(done.without).toEqual(['addresses of members: the key may not see them']);
  });

  it('that refuses the key, or is none, says so', async () => {
    const standIn = await serve(madeForum(), { key: 'another' });
    await expect(readStandIn({ standIn })).rejects.toThrow(/refuses the key/);
    const none = await serve(madeForum(), { before: (_, response) => (response.writeHead(404).end('nothing'), true) });
    await expect(readStandIn({ standIn: none })).rejects.toThrow(/no Discourse/);
  });

  it('stays apart from another in the same folder', async () => {
    const { folder } = await readStandIn({ standIn: await serve(madeForum()) });
    await expect(readStandIn({ standIn: await serve(madeForum()), folder })).rejects.toThrow(/holds the forum of/);
  });
});

describe('a forum that changes while it is read', () => {
  it('loses a topic between list and reading', async () => {
    const forum = madeForum();
    const before: StandInRules['before'] = (url) => {
      if (url.startsWith('/t/100.json')) forum.topics = forum.topics.filter(({ id }) => id !== 105);
    };
    const { done, folder } = await readStandIn({ standIn: await serve(forum, { before }) });
    expect(done).toMatchObject({ topics: 6, gone: 0, skipped: [] });
    expect(topicsIn(folder)).not.toContain(105);
  });

  it('has a topic that grows: what came first is consistent, the next run brings the rest', async () => {
    const forum = madeForum([madeTopic(300, 45)]);
    const topic = forum.topics[0]!;
    let grown = 0;
    const before: StandInRules['before'] = (url) => {
      if (!url.startsWith('/t/300/posts.json') || grown > 1) return;
      topic.posts.push(madePost(390_000 + grown, topic.posts.length + 1));
      grown += 1;
    };
    const standIn = await serve(forum, { print: false, before });
    const { folder } = await readStandIn({ standIn });
    const { posts, stream } = topicIn(folder, 300).post_stream;
    expect(stream).toEqual(posts.map(({ id }) => id));
    expect(posts.length).toBeGreaterThanOrEqual(45);
    await readStandIn({ standIn, folder });
    expect(topicIn(folder, 300).post_stream.posts).toHaveLength(topic.posts.length);
  });

  it('loses a post while the rest of its topic is read', async () => {
    const forum = madeForum([madeTopic(300, 45)]);
    const before: StandInRules['before'] = (url) => {
      if (url.startsWith('/t/300/posts.json'))
        forum.topics[0]!.posts = forum.topics[0]!.posts.filter(({ post_number }) => post_number !== 44);
    };
    const { done, folder } = await readStandIn({ standIn: await serve(forum, { print: false, before }) });
    expect(done.skipped).toEqual([]);
    const { posts, stream } = topicIn(folder, 300).post_stream;
    expect([posts.length, stream.length, stream.includes(300_043)]).toEqual([44, 44, false]);
  });

  it('moves topics over its pages: none is missed, none is read twice', async () => {
    const forum = madeForum();
    let changed = false;
    const before: StandInRules['before'] = (url) => {
      // Behind the first page the oldest topic goes, so that the first of the next page is on none.
      if (!/^\/latest.*created.*page=1$/.test(url) || changed) return;
      changed = true;
      forum.topics = forum.topics.filter(({ id }) => id !== 100);
      forum.topics.push(
        madeTopic(150, 2, { created_at: '2026-11-29T12:00:01.000Z', bumped_at: '2026-11-29T12:00:01.000Z' }),
      );
    };
    const { done, folder, asked } = await readStandIn({ standIn: await serve(forum, { before }) });
    expect(topicsIn(folder)).toEqual([101, 102, 103, 104, 105, 106, 150]);
    expect(done.gone).toBe(0);
    const times = topicsAsked(asked).map((each) => each.split('?')[0]);
    expect(times.filter((each, at) => times.indexOf(each) !== at)).toEqual([]);
  });

  it('gets new topics and answers up to the end of the round', async () => {
    const forum = madeForum();
    const before: StandInRules['before'] = (url) => {
      if (!url.startsWith('/t/106.json') || forum.topics.some(({ id }) => id === 160)) return;
      forum.topics.push(
        madeTopic(160, 1, { created_at: '2026-11-29T12:00:02.000Z', bumped_at: '2026-11-29T12:00:02.000Z' }),
      );
    };
    const { folder } = await readStandIn({ standIn: await serve(forum, { before }) });
    expect(topicsIn(folder)).toContain(160);
  });
});
