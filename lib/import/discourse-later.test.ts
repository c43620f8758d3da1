import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Guest } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { confirm, signUp } from '@/lib/flows/members/sign-up';
import { signIn } from '@/lib/members/sign-in';
import { reply } from '@/lib/forum/commands';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { forumState, rowsOf } from '@/tests/support/import-state';
import { fixture, folderOf, run } from '@/tests/support/discourse-run';

const visitor: Guest = { kind: 'guest', ip: '198.51.100.9' };

// Whole samples through the database: on a busy machine they take longer than most tests may.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(truncateAll);

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
    expect(mail.kind).toBe('account.claimed');
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
