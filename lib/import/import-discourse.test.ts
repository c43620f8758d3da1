import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { getThreadPage, listBoards } from '@/lib/forum/queries';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { rowsOf } from '@/tests/support/import-state';
import { fixture, run } from '@/tests/support/discourse-run';
import { formatRefusal } from './report';

const tables = [
  'Member',
  'Grant',
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

// Whole samples through the database: on a busy machine they take longer than most tests may.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(truncateAll);

describe('one topic as exported', () => {
  it('becomes boards, members and a thread with its posts in order', async () => {
    const { done, refusals } = await run(fixture('workshop'));
    expect(done).toMatchObject({ threads: 1, posts: 4, members: 24, refused: 3, added: 4, empty: false });
    expect(refusals).toHaveLength(3);
    const thread = await db.thread.findFirstOrThrow();
    expect(thread).toMatchObject({
      title: 'START HERE -- how this workshop works',
      postCount: 4,
      sourceId: '412',
      kind: 'DISCUSSION',
      createdAt: new Date('2021-03-08T14:12:26.150Z'),
    });
    const page = await getThreadPage(reading(), { number: thread.number });
    expect(page?.posts.map(({ number, author, votes }) => [number, author?.handle, votes])).toEqual([
      [1, 'oriel', 0],
      [2, 'oriel', 0],
      [3, 'bramble', 5],
      [4, 'yanzi', 5],
    ]);
    expect(page?.lastPostAt).toEqual((await db.post.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).createdAt);
    expect(page?.pinned).toBe(true);
  });

  it('changes nothing the second time, is counted all the same, and tells nobody', async () => {
    await run(fixture('workshop'));
    const before = await rowsOf(...tables);
    const { done } = await run(fixture('workshop'));
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
    expect(await db.grant.count()).toBe(0);
    expect(await db.member.findFirst({ where: { sourceId: 'system' } })).toMatchObject({ trust: 3 });
  });
});

it('says so when a folder holds nothing to bring', async () => {
  const { done, refusals } = await run(mkdtempSync(path.join(os.tmpdir(), 'empty-')));
  expect([done.empty, refusals[0]?.code]).toEqual([true, 'folder-empty']);
});
