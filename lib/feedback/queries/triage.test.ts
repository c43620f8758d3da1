import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { countStatements } from '@/tests/support/database';
import { makeFans } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import {
  makeIdea,
  makeOrder,
  makeOwner,
  makeProduct,
  makeProductOwner,
  makeVoice,
  reactToAll,
} from '@/tests/support/feedback-factories';
import { react } from '@/lib/server/react';
import { makeIdeaFromVoice } from '@/lib/flows/feedback/make-idea-from-voice';

import { linkVoice } from '@/lib/flows/ownership/link-voice';
import { noteVoice } from '@/lib/ownership/commands';
import { listTriage } from './triage';
import { listCandidates } from './triage-idea';
import { listVoices } from '@/lib/ownership/queries/voices';
import { countWaitingIdeas } from './count-waiting';

const ids = (people: { id: string }[]) => people.map(({ id }) => id);
const staff = () => reading(system);

describe('the triage queue', () => {
  it("shows votes, the product's owners among them and what the voters bought and kept, by currency", async () => {
    const [product, other] = [await makeProduct(), await makeProduct()];
    const [owner, twice, elsewhere, former, euro, pending] = await makeFans(6);
    await makeOwner(product, owner!, { totalMinor: 10_000 });
    await makeOwner(product, twice!, { totalMinor: 5_000 });
    await makeOwner(product, twice!, { totalMinor: 5_000 });
    await makeOwner(other, elsewhere!, { totalMinor: 7_000 });
    const past = await makeOwner(product, former!, { state: 'REFUNDED', totalMinor: 90_000 });
    await db.ownership.update({ where: { id: past.id }, data: { endedAt: new Date() } });
    await makeOrder(product, euro!, { currency: 'EUR', totalMinor: 3_000 });
    await makeOrder(product, pending!, { state: 'PENDING', totalMinor: 80_000 });
    const back = await makeOrder(product, euro!, { totalMinor: 2_000 });
    const payment = await db.payment.create({
      data: {
        orderId: back.id,
        provider: 'demo',
        amountMinor: 2_000,
        currency: 'USD',
        state: 'PAID',
        createdAt: new Date(),
      },
    });
    await db.refund.create({
      data: {
        orderId: back.id,
        paymentId: payment.id,
        amountMinor: 500,
        reason: 'x',
        state: 'DONE',
        createdAt: new Date(),
      },
    });
    const idea = await makeIdea(product, { voters: ids([owner!, twice!, elsewhere!, former!, euro!, pending!]) });
    const { ideas } = await listTriage(staff(), { stages: ['NEW'], productId: product.id });
    expect(ideas).toEqual([
      expect.objectContaining({
        id: idea.id,
        votes: 7,
        owners: 2,
        worth: [
          { currency: 'USD', minor: 28_500 },
          { currency: 'EUR', minor: 3_000 },
        ],
      }),
    ]);
  });

  it('sorts by each of them', async () => {
    const product = await makeProduct();
    const [a, b, c, rich] = await makeFans(4);
    await makeOwner(product, a!, { totalMinor: 1_000 });
    await makeOrder(product, rich!, { totalMinor: 99_000 });
    const loud = await makeIdea(product, { voters: ids([b!, c!]), now: new Date(Date.now() - 9e6) });
    const owned = await makeIdea(product, { voters: [a!.id], now: new Date(Date.now() - 6e6) });
    const dear = await makeIdea(product, { author: rich, now: new Date(Date.now() - 3e6) });
    const first = async (order: 'votes' | 'owners' | 'worth' | 'newest') =>
      (await listTriage(staff(), { stages: ['NEW'], productId: product.id, order })).ideas[0]!.id;
    expect([await first('votes'), await first('owners'), await first('worth'), await first('newest')]).toEqual([
      loud.id,
      owned.id,
      dear.id,
      dear.id,
    ]);
  });

  it('costs two statements however much waits, and reads one window of it', async () => {
    const product = await makeProduct();
    const fans = await makeFans(150);
    for (const author of fans) await makeIdea(product, { author });
    const { result, statements } = await countStatements(() =>
      listTriage(staff(), { stages: ['NEW'], productId: product.id }),
    );
    expect(statements).toHaveLength(2);
    expect(result.ideas).toHaveLength(100);
    for (const order of ['votes', 'newest'] as const) {
      const first = await listTriage(staff(), { stages: ['NEW'], productId: product.id, order });
      const rest = await listTriage(staff(), { stages: ['NEW'], productId: product.id, order, after: first.next! });
      expect(new Set([...first.ideas, ...rest.ideas].map(({ id }) => id)).size).toBe(150);
      expect(rest.next).toBeNull();
    }
    expect((await countWaitingIdeas(staff(), { productId: product.id })).ideas).toBe(100);
  }, 120_000);

  it('keeps reports apart and finds what another idea may mean', async () => {
    const product = await makeProduct();
    const report = await makeIdea(product, { kind: 'REPORT' });
    const idea = await makeIdea(product, { title: 'A case that closes with a click' });
    const like = await makeIdea(product, { title: 'The case should close with a click' });
    await makeIdea(product, { title: 'Something else entirely, in blue' });
    expect(
      (await listTriage(staff(), { stages: ['NEW'], kind: 'REPORT', productId: product.id })).ideas.map(({ id }) => id),
    ).toEqual([report.id]);
    const near = await listCandidates(staff(), { productId: product.id, like: idea.title, not: idea.id });
    expect(near[0]!.id).toBe(like.id);
    expect(near.map(({ id }) => id)).not.toContain(idea.id);
    expect(await listCandidates(staff(), { productId: product.id, like: idea.title, words: '100%_' })).toEqual([]);
    expect(
      (await listCandidates(staff(), { productId: product.id, like: '', words: String(like.number) })).map(
        ({ id }) => id,
      ),
    ).toEqual([like.id]);
  });
});

describe("an owner's voice", () => {
  it('is read, linked or made an idea, once, and its owner hears of it', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const owners = await Promise.all([makeMember(), makeMember(), makeMember()]);
    const [noted, linked, made] = await Promise.all(owners.map((owner) => makeVoice(product, owner)));
    const idea = await makeIdea(product);
    expect((await listVoices(staff(), { productId: product.id })).voices).toHaveLength(3);
    await transact(noteVoice)(pm, { voiceId: noted!.id });
    await linkVoice(pm, { voiceId: linked!.id, ideaId: idea.id });
    const fresh = await makeIdeaFromVoice(pm, { voiceId: made!.id, title: 'A case that clicks shut' });
    await expect(transact(noteVoice)(pm, { voiceId: made!.id })).rejects.toMatchObject({ code: 'voice-settled' });
    expect(await db.ideaVote.count({ where: { ideaId: idea.id, memberId: owners[1]!.id } })).toBe(1);
    const thread = await db.thread.findUniqueOrThrow({
      where: { number: fresh.number },
      select: { authorId: true, kind: true, idea: { select: { voteCount: true } } },
    });
    expect(thread).toEqual({ authorId: owners[2]!.id, kind: 'IDEA', idea: { voteCount: 1 } });
    await reactToAll(react);
    const sent = await db.notification.findMany({
      where: { memberId: { in: ids(owners) } },
      select: { memberId: true, kind: true },
    });
    expect(
      new Set(sent.map(({ memberId, kind }) => `${owners.findIndex(({ id }) => id === memberId)} ${kind}`)),
    ).toEqual(new Set(['0 owner.heard', '1 owner.heard', '2 idea.made']));
    expect((await listVoices(staff(), { productId: product.id })).voices).toHaveLength(0);
  });

  it("is a product owner's to settle", async () => {
    const product = await makeProduct();
    const voice = await makeVoice(product, await makeMember());
    for (const actor of [
      await makeMember(),
      await makeMember({ roles: ['MODERATOR'] }),
      await makeMember({ roles: ['SUPPORT'] }),
    ]) {
      await expect(transact(noteVoice)(actor, { voiceId: voice.id })).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
