/** A notice that quotes a thread is sent only to members who may read it at that moment: each kind, tried with members who may not. */
import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Events } from '@/lib/core/events';
import { clock } from '@/lib/core/time';
import { mergeIdeas, stageIdea } from '@/lib/feedback/commands';
import { listCandidates } from '@/lib/feedback/queries';
import { reading } from '@/lib/core/context';
import { reply } from '@/lib/forum/commands';
import { makeMember } from '@/tests/support/factories';
import { rulesFor, setReaders } from '@/tests/support/forum-factories';
import {
  makeIdea,
  makeOwner,
  makeProduct,
  makeProductOwner,
  makeThread,
  type MadeProduct,
} from '@/tests/support/feedback-factories';

import { react } from '@/lib/server/react';

const secret = 'Recall of hinge batch 7';
let pm: SignedIn;
beforeAll(async () => void (pm = await makeProductOwner()));

/** A board of the product that is closed to fans. */
async function closedBoard(product: MadeProduct, visibility: 'STAFF' | 'OWNERS'): Promise<MadeProduct> {
  const slug = `closed-${visibility}-${product.handle}`.toLowerCase();
  return {
    ...product,
    board: await db.board.create({
      data: { slug, name: slug, productId: product.id, createdAt: clock(), rules: rulesFor(visibility) },
      select: { id: true, slug: true },
    }),
  };
}

async function reactTo(name: string, of: Record<string, string>): Promise<void> {
  const [[key, value]] = Object.entries(of) as [[string, string]];
  const event = await db.event.findFirstOrThrow({
    where: { name, payload: { path: [key], equals: value } },
    orderBy: { at: 'desc' },
  });
  await react(event.id);
}

async function emit<N extends keyof Events>(name: N, payload: Events[N]): Promise<void> {
  await inTransaction(pm, (ctx) => ctx.emit(name, payload));
  const event = await db.event.findFirstOrThrow({ where: { name }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  await react(event.id);
}

/** All that a member was told, in the app and by mail, as one text. */
async function toldTo(memberId: string): Promise<string> {
  const rows = await db.notification.findMany({ where: { memberId }, select: { kind: true, data: true, path: true } });
  const mails = await db.mail.findMany({ where: { memberId }, select: { subject: true, text: true, html: true } });
  return JSON.stringify([rows, mails]);
}

const withdraw = (postId: string) => db.hiding.create({ data: { postId, reason: '', at: clock() } });

describe.each(['STAFF', 'OWNERS'] as const)('a merge into an idea on a board of kind %s', (visibility) => {
  it('names it to nobody outside, neither author nor voter, and still tells them where their own went', async () => {
    const product = await makeProduct();
    const [author, voter, owner] = [await makeMember(), await makeMember(), await makeMember()];
    await makeOwner(product, owner);
    const open = await makeIdea(product, { author, title: 'A hinge that lasts', voters: [voter.id, owner.id] });
    const closed = await makeIdea(await closedBoard(product, visibility), { author: pm, title: secret });
    await transact(mergeIdeas)(pm, { ideaId: open.id, intoId: closed.id });
    await reactTo('idea.staged', { ideaId: open.id });
    for (const { id } of [author, voter]) {
      const texts = await toldTo(id);
      expect(texts).not.toContain(secret);
      expect(texts).not.toContain(closed.slug);
      expect(texts).toContain('idea.mergedPrivately');
      expect(texts).toContain('A hinge that lasts');
    }
    // The control: a member who may read both gets the notice of both.
    expect((await toldTo(owner.id)).includes(secret)).toBe(visibility === 'OWNERS');
  });

  it('out of it tells those of the public idea nothing of its title', async () => {
    const product = await makeProduct();
    const voter = await makeMember();
    const open = await makeIdea(product, { title: 'A hinge that lasts', voters: [voter.id] });
    const closed = await makeIdea(await closedBoard(product, visibility), { author: pm, title: secret });
    await transact(mergeIdeas)(pm, { ideaId: closed.id, intoId: open.id });
    await reactTo('idea.staged', { ideaId: closed.id });
    for (const id of [voter.id, open.author.id]) expect(await toldTo(id)).not.toContain(secret);
  });
});

it('a step of an idea that was withdrawn, or moved to a closed board, is told to nobody outside', async () => {
  for (const close of ['withdrawn', 'closed'] as const) {
    const product = await makeProduct();
    const voter = await makeMember();
    const idea = await makeIdea(product, { title: secret, voters: [voter.id] });
    await transact(stageIdea)(pm, { ideaId: idea.id, to: 'PLANNED', reason: 'Soon' });
    if (close === 'withdrawn') await withdraw(idea.postId);
    else await setReaders(product.board.id, 'STAFF');
    await reactTo('idea.staged', { ideaId: idea.id });
    for (const id of [voter.id, idea.author.id]) expect([close, await toldTo(id)]).toEqual([close, '[[],[]]']);
  }
});

it('a release tells of the ideas that each one may read, and of no other', async () => {
  const product = await makeProduct();
  const fan = await makeMember();
  const open = await makeIdea(product, { title: 'A hinge that lasts', voters: [fan.id] });
  const closed = await makeIdea(await closedBoard(product, 'STAFF'), { author: fan, title: secret, voters: [fan.id] });
  const gone = await makeIdea(product, { title: 'Gone by now', voters: [fan.id] });
  await withdraw(gone.postId);
  const releaseOf = async (version: string, credited: boolean) => {
    const { id } = await db.release.create({
      data: {
        slug: `${product.handle}-${version}`,
        productId: product.id,
        kind: 'FIRMWARE',
        version,
        title: 'New',
        markdown: '',
        html: '',
        createdAt: clock(),
        publishedAt: clock(),
      },
    });
    await db.idea.updateMany({ where: { id: { in: [open.id, closed.id, gone.id] } }, data: { releaseId: id } });
    if (credited)
      await db.releaseCredit.createMany({
        data: [open.id, closed.id].map((ideaId) => ({
          releaseId: id,
          memberId: fan.id,
          ideaId,
          reason: 'IDEA' as const,
        })),
      });
    await emit('release.published', { releaseId: id } as Events['release.published']);
  };
  await releaseOf('1', false);
  await releaseOf('2', true);
  const texts = await toldTo(fan.id);
  expect(texts).not.toContain(secret);
  expect(texts).not.toContain('Gone by now');
  expect(
    await db.notification.findMany({
      where: { memberId: fan.id },
      select: { kind: true, data: true },
      orderBy: { kind: 'asc' },
    }),
  ).toMatchObject([
    { kind: 'release.credited', data: { ideas: 1, title: 'A hinge that lasts' } },
    { kind: 'release.shipped', data: { ideas: 1, title: 'A hinge that lasts' } },
  ]);
});

it('an idea made of a post on a closed board, and an answer heard there, are not named to who stands outside', async () => {
  const product = await makeProduct();
  const fan = await makeMember();
  const closed = await makeIdea(await closedBoard(product, 'STAFF'), { author: fan, title: secret });
  await emit('idea.made', { ideaId: closed.id, from: 'post' } as Events['idea.made']);
  expect(await toldTo(fan.id)).toBe('[[],[]]');
});

it('what happens to a post is told to its author only while they may read the thread', async () => {
  const product = await makeProduct();
  const [author, other] = [await makeMember(), await makeMember()];
  const thread = await makeThread(product.board, author);
  await db.thread.update({ where: { id: thread.id }, data: { title: secret } });
  const { id: postId } = await db.post.findFirstOrThrow({
    where: { threadId: thread.id, number: 1 },
    select: { id: true },
  });
  await transact(reply)(other, { thread: thread.number, body: `Hello @${author.handle}` } as Parameters<
    typeof reply
  >[1]);
  const answer = await db.post.findFirstOrThrow({ where: { threadId: thread.id, number: 2 }, select: { id: true } });
  await setReaders(product.board.id, 'STAFF');
  await reactTo('post.replied', { postId: answer.id });
  await emit('post.edited', { postId, reason: 'Tidied' } as Events['post.edited']);
  await emit('post.restored', { postId } as Events['post.restored']);
  await emit('answer.accepted', { postId: answer.id } as Events['answer.accepted']);
  for (const { id } of [author, other]) expect(await toldTo(id)).toBe('[[],[]]');
});

it('staff are offered no withdrawn idea to join another to, and see which are closed', async () => {
  const product = await makeProduct();
  const open = await makeIdea(product);
  const gone = await makeIdea(product);
  await withdraw(gone.postId);
  const closed = await makeIdea(await closedBoard(product, 'STAFF'), { author: pm });
  const offered = await listCandidates(reading(system), { productId: product.id, like: 'An idea' });
  expect(Object.fromEntries(offered.map(({ id, isPublic }) => [id, isPublic]))).toEqual({
    [open.id]: true,
    [closed.id]: false,
  });
});
