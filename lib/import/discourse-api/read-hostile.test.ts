import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { madeForum, madePost, madeTopic } from '@/tests/support/discourse-forum';
import { json, type StandInRules } from '@/tests/support/discourse-stand-in';
import { freshFolder, openStandIn, readStandIn, standIns } from '@/tests/support/read-stand-in';

import { forumPath, isPart } from './forum-path';
import { readGroups } from './read-groups';

const serve = standIns();

type Answered = [pattern: RegExp, answer: (url: string) => unknown];

/** Answers addresses of a kind with something else than the forum would say. */
const answering = (...kinds: Answered[]): StandInRules['before'] => {
  return (url, response) => {
    const kind = kinds.find(([pattern]) => pattern.test(url));
    if (kind) json(response, 200, kind[1](url));
    return kind !== undefined;
  };
};
const later = { now: new Date('2026-12-24T12:00:00Z') };
const said = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('what answers and is no Discourse', () => {
  it.each([
    ['a page for signing in', { error: 'login_required', login_url: '/login' }],
    ['another API', { data: [], meta: { page: 1 } }],
    ['nothing', {}],
    ['a list', []],
    ['the right word with nothing behind it', { categories: null }],
  ])('is called so: %s', async (_, value) => {
    const standIn = await serve(madeForum(), { before: answering([/./, () => value]) });
    const folder = freshFolder();
    await expect(readStandIn({ standIn, folder })).rejects.toThrow(/not a Discourse forum/);
    expect(standIn.asked).toEqual(['/site.json']);
  });

  it('is a Discourse also where it is too large to name its categories', async () => {
    const before = answering([
      /^\/site\.json/,
      () => ({ lazy_load_categories: true, archetypes: [{ id: 'regular' }] }),
    ]);
    expect((await readStandIn({ standIn: await serve(madeForum(), { before }) })).done.topics).toBe(7);
  });

  it('ends the reading where it comes later, and deletes nothing', async () => {
    const rules: StandInRules = {};
    await serve(madeForum(), rules);
    for (const kind of [/^\/latest/, /^\/categories/]) {
      const forum = await serve(madeForum(), rules);
      rules.before = undefined;
      const { folder } = await readStandIn({ standIn: forum });
      rules.before = answering([kind, () => ({ error: 'login_required' })]);
      await expect(readStandIn({ standIn: forum, folder, ...later })).rejects.toThrow(
        /not a Discourse|could not be read/,
      );
      expect(said(folder, 't/100.json')).not.toContain('deleted_at');
    }
  });

  it('overwrites no list with nothing, and says what it was not let read', async () => {
    const rules: StandInRules = {};
    const standIn = await serve(madeForum(), rules);
    const { folder } = await readStandIn({ standIn });
    const names = ['groups.json', 'tags.json', 'tag_groups.json', 'badges.json', 'users/page-0.json'];
    const before = names.map((name) => said(folder, name));
    rules.before = answering([
      /^\/(groups|tags|tag_groups|badges|admin|directory)/,
      () => ({ error: 'login_required' }),
    ]);
    const { done } = await readStandIn({ standIn, folder, ...later });
    expect(names.map((name) => said(folder, name))).toEqual(before);
    expect(done.without.join('; ')).toMatch(/not of the staff; the list of members.*; groups; tags; badges/);
    expect(done.gone).toBe(0);
  });

  it('is no topic without its posts', async () => {
    const rules: StandInRules = {};
    const standIn = await serve(madeForum(), rules);
    const { folder } = await readStandIn({ standIn });
    const before = said(folder, 't/101.json');
    rules.before = answering([
      /^\/t\/101/,
      () => ({ id: 101, title: 'Topic number 101', post_stream: { stream: [] } }),
    ]);
    const { done } = await readStandIn({ standIn, folder, ...later, again: true });
    expect([done.skipped, said(folder, 't/101.json')]).toEqual([[101], before]);
  });
});

describe('a forum without end', () => {
  it('that answers the same page of changes for ever is left', async () => {
    const row = { id: 100, title: 'Moved up', bumped_at: '2027-01-01T00:00:00.000Z' };
    const before = answering([
      /order=activity/,
      () => ({ topic_list: { topics: [row], more_topics_url: '/latest?page=1' } }),
    ]);
    const { asked } = await readStandIn({ standIn: await serve(madeForum(), { before }) });
    expect(asked.filter((each) => each.includes('order=activity'))).toHaveLength(2);
  });

  it.each([
    ['groups', /^\/groups\.json/, () => ({ groups: [{ id: 1, name: 'trust_level_0', automatic: true }] })],
    [
      'members of a group',
      /^\/groups\/Beta\/members/,
      () => ({ members: Array.from({ length: 100 }, (_, at) => ({ username: `m${at}` })) }),
    ],
    ['users', /^\/admin\/users/, () => [{ id: 1, username: 'ann' }]],
    ['users without numbers', /^\/admin\/users/, () => [{ username: 'ann' }]],
    ['categories', /^\/categories/, () => ({ category_list: { categories: [{ id: 5, name: 'Talk', slug: 'talk' }] } })],
    [
      'topics',
      /^\/latest.*created/,
      () => ({ topic_list: { topics: [{ id: 100, title: 'T' }], more_topics_url: '/more' } }),
    ],
  ])('that answers the same page of %s for ever is left', async (_, pattern, answer) => {
    const { asked } = await readStandIn({
      standIn: await serve(madeForum(), { before: answering([pattern, answer]) }),
    });
    expect(asked.filter((each) => pattern.test(each)).length).toBeLessThanOrEqual(2);
  });

  it('is read no further where it names ever more categories', async () => {
    let id = 100;
    const some = () => Array.from({ length: 4_000 }, () => ({ id: (id += 1), name: 'More', slug: 'more' }));
    const before = answering([/^\/categories/, () => ({ category_list: { categories: some() } })]);
    await expect(readStandIn({ standIn: await serve(madeForum(), { before }) })).rejects.toThrow(
      /more than 10000 categories/,
    );
  });

  it('is read no further where it says too much of what becomes one file', async () => {
    let id = 100;
    const page = () => ({
      groups: [{ id: (id += 1), name: `g${id}`, automatic: true, bio_raw: 'x'.repeat(1_000_000) }],
    });
    const standIn = await serve(madeForum(), { before: answering([/^\/groups\.json/, page]) });
    const { api, folder } = await openStandIn(standIn);
    const groups = readGroups({ api, folder, without: [], failed: 0, held: 97_500_000 });
    await expect(groups).rejects.toThrow(/says far too much of its categories, groups/);
    expect(standIn.asked).toHaveLength(3);
    expect(await folder.list('.')).toEqual([]);
  });

  it('has no topic of a million posts: it is left out, the others come', async () => {
    const stream = Array.from({ length: 1_000_000 }, (_, at) => at + 1);
    const topic = { ...madeTopic(101, 0), post_stream: { posts: [madePost(1, 1)], stream } };
    const { done, asked, folder } = await readStandIn({
      standIn: await serve(madeForum(), { before: answering([/^\/t\/101\.json/, () => topic]) }),
    });
    expect([done.skipped, done.topics]).toEqual([[101], 6]);
    expect(asked.filter((each) => each.startsWith('/t/101/posts'))).toEqual([]);
    expect([existsSync(path.join(folder, 't/101.json')), existsSync(path.join(folder, 't/101.json.part'))]).toEqual([
      false,
      false,
    ]);
  });

  it('is not asked on for posts that never come', async () => {
    const stream = Array.from({ length: 10_000 }, (_, at) => at + 1);
    const head = { ...madeTopic(101, 0), post_stream: { posts: [madePost(1, 1)], stream } };
    const same = { post_stream: { posts: [madePost(1, 1)] } };
    const before = answering([/^\/t\/101\.json/, () => head], [/^\/t\/101\/posts/, () => same]);
    const { done, asked } = await readStandIn({ standIn: await serve(madeForum(), { before }) });
    expect([done.skipped, done.topics]).toEqual([[101], 6]);
    expect(asked.filter((each) => each.startsWith('/t/101/posts'))).toHaveLength(3);
  });

  it('may say each post of a topic as often as it likes: it is asked for once', async () => {
    const stream = Array.from({ length: 100_000 }, () => 101_000);
    const head = { ...madeTopic(101, 0), post_stream: { posts: [madePost(101_000, 1)], stream } };
    const before = answering([/^\/t\/101\.json/, () => head]);
    const { folder } = await readStandIn({ standIn: await serve(madeForum(), { before }) });
    expect(JSON.parse(said(folder, 't/101.json'))).toMatchObject({ post_stream: { stream: [101_000] } });
  });
});

describe('a part of a path', () => {
  it.each(['.', '..', '', 'a/b', 'a\\b', '\u0000', 'x'.repeat(300)])('is not %j', (part) => {
    expect(isPart(part)).toBe(false);
    expect(() => forumPath('groups', part)).toThrow(RangeError);
  });

  it('stays below where it stands, whatever it says', () => {
    for (const part of ['%2e%2e', '..;', '...', '?a=b', '#a', 'ä b', '小米'])
      expect(new URL(`https://old.example${forumPath('groups', part)}/members.json`).pathname).toMatch(
        /^\/groups\/[^/]+\/members\.json$/,
      );
  });

  it.each(['..', '.', '%2e%2e', '../admin', 'a/../../admin'])(
    'of a group or category called %s leads nowhere else',
    async (name) => {
      const forum = madeForum();
      forum.groups.push({ id: 77, name, automatic: false, members: ['ann'], owners: [] });
      forum.categories.push({ id: 77, name: 'Odd', slug: name, read_restricted: false });
      forum.categories.push({ id: 78, name: 'Below', slug: 'below', parent_category_id: 77, read_restricted: false });
      const { done, asked } = await readStandIn({ standIn: await serve(forum) });
      const known =
        /^\/(site|categories|latest|groups|tags|tag_groups|badges|user_badges)\.json|^\/(admin\/users\/list\/active|t\/\d+)\.json|^\/groups\/[^/]+\/members\.json|^\/c\/([^/]+\/){1,3}l\/latest\.json/;
      expect(asked.filter((each) => !known.test(each))).toEqual([]);
      expect(done.topics).toBe(7);
      if (name.startsWith('.')) expect(done.without).toContain(`members of the group ${name}`);
    },
  );
});
