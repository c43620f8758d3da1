import { describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { builtInRoles } from '@/lib/core/permissions';
import { getIdeaPanel } from '@/lib/feedback/queries';
import { findPostToMake } from '@/lib/forum/queries/post-to-make';
import { reply } from '@/lib/forum/commands';
import { makeMember } from '@/tests/support/factories';
import { makeProduct, makeProductOwner, makeThread, reactToAll } from '@/tests/support/feedback-factories';

import { makeIdeaFromPost } from './make-idea-from-post';
import { react } from '@/lib/server/react';

describe('making an idea of a post', () => {
  it('turns the thread of an opening post into one, where it stands', async () => {
    const product = await makeProduct();
    const author = await makeMember();
    const thread = await makeThread(product.board, author);
    const made = await makeIdeaFromPost(await makeProductOwner(), {
      postId: thread.postId,
      productId: product.id,
      kind: 'REPORT',
    });
    expect(made).toMatchObject({ number: thread.number });
    expect(
      await db.thread.findUniqueOrThrow({
        where: { id: thread.id },
        select: { kind: true, idea: { select: { kind: true, stage: true, voteCount: true } } },
      }),
    ).toEqual({ kind: 'IDEA', idea: { kind: 'REPORT', stage: 'NEW', voteCount: 1 } });
    await reactToAll(react);
    expect(
      await db.notification.findMany({ where: { memberId: author.id }, select: { kind: true, path: true } }),
    ).toEqual([{ kind: 'idea.made', path: `/t/${thread.number}/${thread.slug}` }]);
  });

  it("opens a thread in a replier's name that quotes and links the reply, once", async () => {
    const [product, talk] = [await makeProduct(), await makeProduct()];
    const [starter, replier, mentioned] = [await makeMember(), await makeMember(), await makeMember()];
    const thread = await makeThread(talk.board, starter);
    const { postId, number } = await transact(reply)(replier, {
      thread: thread.number,
      parent: 1,
      body: `It should **click**, ask @${mentioned.handle}.\n\nTwice.`,
    });
    const moderator = await makeMember({ roles: ['MODERATOR'] });
    const make = () => makeIdeaFromPost(moderator, { postId, productId: product.id, title: 'A case that clicks' });
    const [one, two] = await Promise.all([make(), make()]);
    expect(one).toEqual(two);
    const opened = await db.thread.findUniqueOrThrow({
      where: { number: one.number },
      select: { authorId: true, boardId: true, posts: { select: { html: true, mentions: true } } },
    });
    expect(opened).toMatchObject({ authorId: replier.id, boardId: product.board.id });
    expect(opened.posts[0]!.html).toMatch(/<blockquote>[\s\S]*click[\s\S]*<\/blockquote>/);
    expect(opened.posts[0]!.html).toContain(`/t/${thread.number}/`);
    expect(opened.posts[0]!.html).toContain(`#post-${number}`);
    expect(opened.posts[0]!.mentions).toEqual([]);
    expect(await getIdeaPanel(reading(), { threadNumber: one.number })).toMatchObject({
      origin: { number: thread.number, post: number },
    });
  });

  it('works on what an import brought, which has HTML only', async () => {
    const product = await makeProduct();
    const author = await makeMember({ source: 'discourse', sourceId: '7', email: null });
    const thread = await makeThread(product.board, author);
    const post = await db.post.create({
      data: {
        threadId: thread.id,
        number: 2,
        authorId: author.id,
        markdown: '',
        html: '<p>Brought from <b>elsewhere</b></p>',
        createdAt: new Date(),
        source: 'discourse',
        sourceId: '99',
      },
    });
    const made = await makeIdeaFromPost(await makeProductOwner(), {
      postId: post.id,
      productId: product.id,
      title: 'Brought from elsewhere',
    });
    const opened = await db.post.findFirstOrThrow({ where: { thread: { number: made.number } } });
    expect(opened.html).toContain('Brought from elsewhere');
    expect(opened.authorId).toBe(author.id);
  });

  it('restricts an idea that comes from a restricted board', async () => {
    const [product, inner] = [await makeProduct(), await makeProduct({ visibility: 'OWNERS' })];
    const author = await makeMember();
    const thread = await makeThread(inner.board, author);
    const post = await db.post.create({
      data: {
        threadId: thread.id,
        number: 2,
        authorId: author.id,
        markdown: 'x',
        html: '<p>Secret</p>',
        createdAt: new Date(),
      },
    });
    const made = await makeIdeaFromPost(await makeProductOwner(), {
      postId: post.id,
      productId: product.id,
      title: 'Something secret',
    });
    expect(await db.thread.findUniqueOrThrow({ where: { number: made.number }, select: { boardId: true } })).toEqual({
      boardId: inner.board.id,
    });
  });

  it('is for moderators and product owners, and not of hidden posts', async () => {
    const product = await makeProduct();
    const thread = await makeThread(product.board, await makeMember());
    const input = { postId: thread.postId, productId: product.id };
    const others = builtInRoles.filter((role) => !['MODERATOR', 'PRODUCT_OWNER', 'ADMIN'].includes(role));
    for (const actor of [
      guest,
      await makeMember(),
      ...(await Promise.all(others.map((role) => makeMember({ roles: [role] })))),
    ]) {
      await expect(makeIdeaFromPost(actor, input)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await inTransaction(system, (ctx) =>
      ctx.db.hiding.create({ data: { postId: thread.postId, reason: 'x', at: ctx.now } }),
    );
    await expect(makeIdeaFromPost(await makeProductOwner(), input)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('finds the post by its id or any address of it', async () => {
    const product = await makeProduct();
    const thread = await makeThread(product.board, await makeMember());
    const find = async (pointer: string) => (await findPostToMake(reading(system), { pointer }))?.id ?? null;
    for (const pointer of [
      thread.postId,
      `/en/t/${thread.number}/${thread.slug}`,
      ` https://x.example/zh/t/${thread.number}/a#post-1 `,
      `/t/${thread.number}`,
    ])
      expect(await find(pointer)).toBe(thread.postId);
    for (const pointer of ['', 'x', `/en/t/${thread.number}/a#post-9`, '/t/999999999999', "/t/1';--"])
      expect(await find(pointer)).toBeNull();
  });
});
