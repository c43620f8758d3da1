import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Guest } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { confirm, signUp } from '@/lib/flows/members/sign-up';
import { signIn } from '@/lib/members/sign-in';
import { reply } from '@/lib/forum/commands';
import { getThreadPage, listBoards } from '@/lib/forum/queries';
import { dangersIn } from '@/tests/fixtures/hostile/dangers';
import { hostile, inputOf } from '@/tests/fixtures/hostile/corpus';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { forumState, rowsOf } from '@/tests/support/import-state';

import { importDiscourse } from './import-discourse';
import { formatRefusal, type Refusal } from './report';

const tables = [
  'Member',
  'MemberRole',
  'Suspension',
  'Board',
  'Thread',
  'ThreadState',
  'Post',
  'Hiding',
  'Mention',
  'Event',
  'AuditEntry',
  'Notification',
  'Mail',
];
const base = 'https://forum.example.com';
const visitor: Guest = { kind: 'guest', ip: '198.51.100.9' };
const fixture = (name: string) => path.resolve('tests/fixtures/discourse', name);

// Whole samples through the database: on a busy machine they take longer than most tests may.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(truncateAll);

async function run(folder: string, from: string | undefined = base) {
  const refusals: Refusal[] = [];
  const done = await importDiscourse(folder, {
    base: from || undefined,
    onRefusal: (refusal) => refusals.push(refusal),
  });
  return { done, refusals };
}

type Post = { id: number; username?: string; cooked?: string; at?: string; [key: string]: unknown };

function folderOf(...topics: { id: number; title?: string; posts: Post[]; [key: string]: unknown }[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'discourse-'));
  for (const topic of topics) {
    const posts = topic.posts.map((post, at) => ({
      post_number: at + 1,
      username: 'ann',
      created_at: post.at ?? `2024-01-01T00:00:${String(at % 60).padStart(2, '0')}Z`,
      cooked: `<p>Post ${post.id}</p>`,
      ...post,
    }));
    const { title = `Topic ${topic.id}`, ...rest } = topic;
    writeFileSync(
      path.join(folder, `topic-${topic.id}.json`),
      JSON.stringify({ title, created_at: posts[0]?.created_at, category_id: null, ...rest, post_stream: { posts } }),
    );
  }
  return folder;
}

describe("Discourse's sample", () => {
  it('becomes boards, members and a thread with its posts in order', async () => {
    const { done, refusals } = await run(fixture('sample'));
    expect(done).toMatchObject({ threads: 1, posts: 4, members: 24, refused: 3, added: 4, empty: false });
    expect(refusals).toHaveLength(3);
    const thread = await db.thread.findFirstOrThrow();
    expect(thread).toMatchObject({
      title: 'THIS SITE IS A SANDBOX -- it is reset every day',
      postCount: 4,
      sourceId: '57',
      kind: 'DISCUSSION',
      createdAt: new Date('2013-02-04T20:26:26.278Z'),
    });
    const page = await getThreadPage(reading(), { number: thread.number });
    expect(page?.posts.map(({ number, author, votes }) => [number, author?.handle, votes])).toEqual([
      [1, 'samsaffron', 0],
      [2, 'samsaffron', 0],
      [3, 'stienman', 5],
      [4, 'splattne', 5],
    ]);
    expect(page?.lastPostAt).toEqual((await db.post.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).createdAt);
    expect(page?.pinned).toBe(true);
  });

  it('changes nothing the second time, is counted all the same, and tells nobody', async () => {
    await run(fixture('sample'));
    const before = await rowsOf(...tables);
    const { done } = await run(fixture('sample'));
    expect(done).toMatchObject({ threads: 1, posts: 4, members: 24, refused: 3, added: 0 });
    expect(await rowsOf(...tables)).toEqual(before);
    expect([await db.event.count(), await db.notification.count(), await db.mail.count()]).toEqual([0, 0, 0]);
  });
});

describe('a forum as exported', () => {
  it('keeps who answered whom, what was accepted, closed, pinned or hidden', async () => {
    const { done } = await run(fixture('forum'));
    expect(done).toMatchObject({ threads: 2, posts: 9, members: 7, added: 9 });
    const { number } = await db.thread.findFirstOrThrow({ where: { sourceId: '100' } });
    const page = await getThreadPage(reading(), { number });
    expect(page).toMatchObject({ kind: 'QUESTION', pinned: true, postCount: 8, accepted: { number: 4 } });
    const posts = await db.post.findMany({
      where: { thread: { number } },
      orderBy: { number: 'asc' },
      include: { parent: true, hiding: true },
    });
    expect(
      posts.map(({ number, depth, branch, parent, voteCount, hiding }) => [
        number,
        depth,
        branch,
        parent?.number ?? null,
        voteCount,
        hiding !== null,
      ]),
    ).toEqual([
      [1, 0, 0, null, 0, false],
      [2, 1, 2, 1, 4, false],
      [3, 2, 2, 2, 2, false],
      [4, 2, 2, 3, 0, false],
      [5, 1, 5, 1, 0, true],
      [6, 1, 6, 1, 0, false],
      [7, 1, 7, 1, 0, false],
      [8, 1, 8, 1, 0, false],
    ]);
    expect(posts[0]).toMatchObject({
      markdown: 'Left is **quiet**',
      html: '<p>Post 1</p>',
      editedAt: new Date('2024-02-01T00:00:00Z'),
    });
  });

  it('opens to everybody only what everybody could read', async () => {
    await run(fixture('forum'));
    expect((await listBoards(reading())).map(({ slug }) => slug).toSorted()).toEqual(['firmware', 'support']);
    expect(
      (await db.board.findMany({ where: { visibility: 'STAFF' }, orderBy: { slug: 'asc' } })).map(({ slug }) => slug),
    ).toEqual(['category-77', 'staff']);
    const { number } = await db.thread.findFirstOrThrow({ where: { sourceId: '204' } });
    expect(await getThreadPage(reading(), { number })).toBeNull();
  });

  it('finds other addresses and handles for what is taken here', async () => {
    await makeMember({ handle: 'mei' });
    const owner = await makeMember({ handle: 'other', email: 'rude@example.com' });
    await db.board.create({ data: { slug: 'support', name: 'Our own', createdAt: new Date() } });
    const { refusals } = await run(fixture('forum'));
    expect((await db.board.findFirstOrThrow({ where: { sourceId: '5' } })).slug).toBe('support-2');
    expect(await db.member.findFirst({ where: { sourceId: 'mei' } })).toMatchObject({
      handle: 'mei2',
      email: 'mei@example.com',
    });
    expect(await db.member.findFirst({ where: { sourceId: 'rude' } })).toMatchObject({ handle: 'rude', email: null });
    expect(await db.member.findFirst({ where: { sourceId: 'system' } })).toMatchObject({
      handle: 'old-system',
      email: null,
    });
    expect(await db.member.findUnique({ where: { id: owner.id } })).toMatchObject({
      email: 'rude@example.com',
      source: null,
    });
    expect(refusals.map(formatRefusal)).toContain(
      "refused user_list.json, user 2: the address of rude is a member's already; kept without it [email-taken]",
    );
  });

  it('brings nobody any power: neither roles nor more than earned trust', async () => {
    await run(fixture('forum'));
    expect(await db.memberRole.count()).toBe(0);
    expect(await db.member.findFirst({ where: { sourceId: 'system' } })).toMatchObject({ trust: 3 });
  });
});

describe('later exports', () => {
  const first = [{ id: 11 }, { id: 12, reply_to_post_number: 1 }];

  it('add only the posts that are new, after what was said here meanwhile', async () => {
    await run(folderOf({ id: 1, posts: first }));
    const { number } = await db.thread.findFirstOrThrow();
    await transact(reply)(await makeMember(), { thread: number, parent: 2, body: 'Said here.' });
    const before = await rowsOf('Post', 'Member');
    const { done } = await run(
      folderOf({ id: 1, posts: [...first, { id: 13, username: 'new', reply_to_post_number: 2 }] }),
    );
    expect(done).toMatchObject({ threads: 1, posts: 3, added: 1 });
    const posts = await db.post.findMany({ orderBy: { number: 'asc' } });
    expect(posts.map(({ number: at, sourceId, branch }) => [at, sourceId, branch])).toEqual([
      [1, '11', 0],
      [2, '12', 2],
      [3, null, 2],
      [4, '13', 2],
    ]);
    expect((await rowsOf('Post')).Post).toEqual(expect.arrayContaining(before.Post as unknown[]));
    expect((await db.thread.findFirstOrThrow()).postCount).toBe(4);
  });

  it('of another forum are not mixed into threads of the same number', async () => {
    await run(folderOf({ id: 1, posts: first }));
    const { done, refusals } = await run(
      folderOf({ id: 1, posts: [{ id: 11, at: '2020-01-01T00:00:00Z' }, { id: 99 }] }),
    );
    expect([done.threads, done.refused, refusals[0]?.code]).toEqual([0, 3, 'another-thread']);
    expect(await db.post.count()).toBe(2);
  });

  it('leave alone what staff changed', async () => {
    const folder = folderOf({ id: 1, pinned: true, posts: first });
    await run(folder);
    await db.threadState.deleteMany();
    await run(folder);
    expect(await db.threadState.count()).toBe(0);
  });

  it('arrive once when two imports run at the same time', async () => {
    await run(fixture('forum'));
    const once = await forumState();
    await truncateAll();
    await Promise.all([run(fixture('forum')), run(fixture('forum'))]);
    expect(await forumState()).toEqual(once);
  });
});

describe('what posts say', () => {
  const htmlOf = async (cooked: string, from: string | undefined = base, ...more: Post[]) => {
    await run(folderOf({ id: 1, posts: [{ id: 11, cooked }, ...more] }), from);
    return await db.post.findFirstOrThrow({
      where: { sourceId: '11' },
      include: { mentions: { include: { member: true } } },
    });
  };

  it('names the same people under their handles here', async () => {
    await makeMember({ handle: 'bob' });
    const post = await htmlOf(
      '<p><a class="mention" href="/u/Bob">@Bob</a> <a class="mention" href="/u/dr.dot">@dr.dot</a> <a class="mention" href="/u/nobody">@nobody</a></p>',
      base,
      { id: 12, username: 'Bob' },
      { id: 13, username: 'dr.dot' },
    );
    expect(post.html).toBe(
      '<p><a href="/u/bob2" class="mention" data-mention="bob2">@bob2</a> <a href="/u/drdot" class="mention" data-mention="drdot">@drdot</a> @nobody</p>',
    );
    expect(post.mentions.map(({ member }) => member.handle).toSorted()).toEqual(['bob2', 'drdot']);
  });

  it('leads relative links home, or nowhere when home is not known', async () => {
    const cooked =
      '<p><a href="/t/old/5">old</a> <a href="https://x.example/">x</a> <img src="/uploads/a.png" alt="a"></p>';
    expect((await htmlOf(cooked)).html).toContain(
      '<a href="https://forum.example.com/t/old/5" rel="nofollow ugc noopener">old</a>',
    );
    await truncateAll();
    const { html } = await htmlOf(cooked, '');
    expect(html).toBe('<p>old <a href="https://x.example/" rel="nofollow ugc noopener">x</a> </p>');
  });

  it('keeps nothing dangerous', async () => {
    const inputs = hostile
      .filter(({ kind }) => kind === 'html')
      .map((each) => inputOf(each))
      .filter((text) => text.length < 400_000);
    const { done } = await run(
      folderOf(
        ...inputs.map((cooked, at) => ({
          id: at + 1,
          title: `Hostile ${cooked.slice(0, 80)}`,
          posts: [{ id: 1000 + at, cooked }],
        })),
      ),
    );
    expect(done.threads).toBe(inputs.length);
    const posts = await db.post.findMany();
    expect(posts.flatMap(({ sourceId, html }) => dangersIn(html).map((danger) => `${sourceId}: ${danger}`))).toEqual(
      [],
    );
    for (const { title } of await db.thread.findMany()) expect(title).not.toMatch(/[\u202a-\u202e\u0000]/);
  }, 120_000);

  it('stands without its words when there is nothing to show, and under one name for all who are gone', async () => {
    await run(
      folderOf({
        id: 1,
        posts: [
          { id: 11, cooked: '<iframe src="https://x.example"></iframe>' },
          { id: 12, username: undefined, cooked: '<p>Bye</p>' },
          { id: 13, username: undefined },
        ],
      }),
    );
    const posts = await db.post.findMany({ orderBy: { number: 'asc' }, include: { author: true } });
    expect(posts.map(({ html, author }) => [html, author.handle])).toEqual([
      ['<p>[…]</p>', 'ann'],
      ['<p>Bye</p>', 'former-member'],
      ['<p>Post 13</p>', 'former-member'],
    ]);
  });

  it('of unlisted threads stays out of sight until staff restore it', async () => {
    await run(folderOf({ id: 1, visible: false, posts: [{ id: 11 }] }));
    expect(await getThreadPage(reading(), { number: (await db.thread.findFirstOrThrow()).number })).toBeNull();
  });
});

describe('imported members', () => {
  const password = 'a long enough secret';

  it('cannot be signed in to, and belong to whoever proves the address', async () => {
    await run(fixture('forum'));
    const mei = await db.member.findFirstOrThrow({ where: { sourceId: 'mei' } });
    expect(mei).toMatchObject({ email: 'mei@example.com', emailVerifiedAt: null, passwordHash: null });
    for (const guess of ['', password, 'nobody has this password'])
      await expect(signIn(visitor, { email: 'mei@example.com', password: guess })).rejects.toMatchObject({
        code: 'sign-in-wrong',
      });
    const { codeId } = await signUp(visitor, {
      name: 'Somebody',
      handle: 'somebody',
      email: 'mei@example.com',
      password,
      locale: 'en',
    });
    await expect(signIn(visitor, { email: 'mei@example.com', password })).rejects.toMatchObject({
      code: 'sign-in-wrong',
    });
    const mail = await db.mail.findFirstOrThrow({ where: { to: 'mei@example.com' } });
    expect(mail.kind).toBe('claimMember');
    const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
    const { memberId } = await confirm(visitor, { codeId, code });
    expect(memberId).toBe(mei.id);
    expect((await signIn(visitor, { email: 'mei@example.com', password })).memberId).toBe(mei.id);
    expect(await db.post.count({ where: { authorId: memberId } })).toBeGreaterThan(2);
    const before = await rowsOf('Member');
    await run(fixture('forum'));
    expect(await rowsOf('Member')).toEqual(before);
  });

  it('who were suspended there are suspended here', async () => {
    await run(fixture('forum'));
    expect(await db.suspension.findMany({ select: { member: { select: { sourceId: true } }, until: true } })).toEqual([
      { member: { sourceId: 'rude' }, until: new Date('3019-01-01T00:00:00Z') },
    ]);
  });

  it('get their address from a later export while nobody has claimed them', async () => {
    const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'discourse-')), 'f');
    mkdirSync(folder);
    cpSync(path.join(fixture('forum'), 't'), folder, { recursive: true });
    await run(folder);
    expect(await db.member.findFirst({ where: { sourceId: 'mei' } })).toMatchObject({
      email: null,
      createdAt: new Date('2024-01-01T02:00:00Z'),
    });
    writeFileSync(path.join(folder, 'user_list.json'), readFileSync(path.join(fixture('forum'), 'user_list.json')));
    await run(folder);
    expect(await db.member.findFirst({ where: { sourceId: 'mei' } })).toMatchObject({ email: 'mei@example.com' });
  });
});

it('says so when a folder holds nothing to bring', async () => {
  const { done, refusals } = await run(mkdtempSync(path.join(os.tmpdir(), 'empty-')));
  expect([done.empty, refusals[0]?.code]).toEqual([true, 'folder-empty']);
});
