import { beforeEach, describe, expect, it, vi } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { closeThread, editPost, votePost } from '@/lib/forum/commands';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { rowsOf } from '@/tests/support/import-state';
import { folderOf, postOf, run, tables, type Topic } from '@/tests/support/discourse-topics';

vi.setConfig({ testTimeout: 60_000 });

beforeEach(truncateAll);

describe('a later run', () => {
  const before: Topic = {
    id: 1,
    title: 'The old title',
    posts: [{ id: 11 }, { id: 12, like_count: 1 }, { id: 13 }, { id: 14 }],
  };
  const after: Topic = {
    id: 1,
    title: 'The new title',
    closed: true,
    pinned: true,
    accepted_answer: { post_number: 2 },
    posts: [
      { id: 11, cooked: '<p>New words</p>', version: 2 },
      { id: 12, like_count: 5 },
      { id: 13, user_deleted: true },
      { id: 15, post_number: 5, created_at: '2024-01-01T00:01:00Z' },
    ],
  };

  it('brings what changed there, and hides what was deleted there', async () => {
    await run(folderOf([before]));
    const reader = await makeMember();
    const liked = await postOf('12');
    await transact(votePost)(reader, { post: liked.id, on: true });
    await run(folderOf([after]));
    const [opening, answer] = [await postOf('11'), await postOf('12')];
    expect(opening).toMatchObject({
      html: '<p>New words</p>',
      markdown: 'New words',
      editedAt: new Date('2024-02-01T00:00:00Z'),
    });
    expect(opening.thread).toMatchObject({ title: 'The new title', slug: 'the-new-title', kind: 'QUESTION' });
    expect(opening.thread.states.map(({ kind }) => kind).toSorted()).toEqual(['ACCEPTED_ANSWER', 'CLOSED', 'PINNED']);
    expect(answer.voteCount).toBe(6);
    expect(
      [(await postOf('13')).hiding, (await postOf('14')).hiding, (await postOf('15')).hiding].map(
        (hiding) => hiding !== null,
      ),
    ).toEqual([true, true, false]);
    expect(await db.event.count({ where: { name: { startsWith: 'post.edited' } } })).toBe(0);
    const rows = await rowsOf(...tables);
    const { done } = await run(folderOf([after]));
    expect([done.changed, done.added]).toEqual([0, 0]);
    expect(await rowsOf(...tables)).toEqual(rows);
  });

  it('goes back when that is what changed there', async () => {
    await run(folderOf([after]));
    await run(
      folderOf([
        {
          ...after,
          closed: false,
          pinned: false,
          accepted_answer: null,
          posts: after.posts.map((post) => ({ ...post, user_deleted: false, like_count: 0 })),
        },
      ]),
    );
    const { thread } = await postOf('11');
    expect([thread.states, (await postOf('12')).voteCount]).toEqual([[], 0]);
  });

  it('never overwrites what was changed here', async () => {
    await run(folderOf([before]));
    const staff = await makeMember({ roles: ['ADMIN', 'MODERATOR'] });
    const opening = await postOf('11');
    await transact(editPost)(staff, {
      post: opening.id,
      title: 'Our own title',
      body: 'Our words',
      reason: 'Tidied up',
    });
    await transact(closeThread)(staff, { thread: opening.thread.number, on: true, reason: 'Done' });
    await run(folderOf([after]));
    await db.hiding.deleteMany();
    await run(folderOf([{ ...after, title: 'A third title', closed: false }]));
    const now = await postOf('11');
    expect([
      now.markdown,
      now.thread.title,
      now.thread.states.some(({ kind, byId }) => kind === 'CLOSED' && byId === staff.id),
    ]).toEqual(['Our words', 'Our own title', true]);
    expect(await db.hiding.count()).toBe(0);
  });

  it('hides a topic that was deleted there', async () => {
    await run(folderOf([before]));
    await run(folderOf([{ ...before, deleted_at: '2024-03-01T00:00:00Z' }]));
    expect((await postOf('11')).hiding).not.toBeNull();
  });

  it('takes an incomplete folder for no sign of deletion', async () => {
    const stream = { posts_count: 4 };
    await run(folderOf([{ ...before, ...stream }]));
    await run(folderOf([{ ...before, ...stream, posts: before.posts.slice(0, 2) }]));
    expect(await db.hiding.count()).toBe(0);
  });

  it('moves a thread to the board on which it stands now', async () => {
    const files = {
      'categories.json': {
        category_list: {
          categories: [
            { id: 1, name: 'One' },
            { id: 2, name: 'Two', read_restricted: true },
          ],
        },
      },
    };
    await run(folderOf([{ ...before, category_id: 1 }], files));
    await run(folderOf([{ ...before, category_id: 2 }], files));
    expect((await db.board.findMany({ orderBy: { name: 'asc' } })).map(({ threadCount }) => threadCount)).toEqual([
      0, 1,
    ]);
  });
});
