import { beforeEach, describe, expect, it, vi } from 'vitest';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { getThreadPage } from '@/lib/forum/queries';
import { dangersIn } from '@/tests/fixtures/hostile/dangers';
import { hostile, inputOf } from '@/tests/fixtures/hostile/corpus';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { base, folderOf, run, type Post } from '@/tests/support/discourse-run';

// Whole samples through the database: on a busy machine they take longer than most tests may.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(truncateAll);

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
