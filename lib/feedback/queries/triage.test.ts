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
import { readIdeas } from '../list';
import { listTriage, readTriage } from './triage';
import { listCandidates } from './triage-idea';
import { listVoices } from '@/lib/ownership/queries/voices';
import { countWaiting } from './triage-head';

const ids = (people: { id: string }[]) => people.map(({ id }) => id);
const staff = () => reading(system);
const triage = (query: Record<string, string>) => listTriage(staff(), { asked: readIdeas(query), zone: 'UTC' });

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
    const { rows } = await triage({ product: product.id, stage: 'NEW' });
    expect(rows).toEqual([
      expect.objectContaining({
        id: idea.id,
        votes: 7,
        owners: 2,
        worth: [
          { currency: 'USD', minor: 28_500, about: false },
          { currency: 'EUR', minor: 3_000, about: false },
        ],
      }),
    ]);
  });

  it('tells who may not read orders of five buyers or more alone, and about how much', async () => {
    const product = await makeProduct();
    const buyers = await makeFans(6);
    for (const buyer of buyers) await makeOrder(product, buyer, { totalMinor: 12_345 });
    const triager = await makeMember({ roles: ['PRODUCT_OWNER'] });
    const worth = async (voters: string[]) => {
      const idea = await makeIdea(product, { voters });
      const told = async (actor: Parameters<typeof reading>[0]) =>
        (await readTriage(reading(actor), [idea.id])).map((each) => each.worth)[0];
      return [await told(triager), await told(system)];
    };
    expect(await worth(ids(buyers.slice(0, 4)))).toEqual([[], [{ currency: 'USD', minor: 49_380, about: false }]]);
    expect(await worth(ids(buyers.slice(0, 5)))).toEqual([
      [{ currency: 'USD', minor: 62_000, about: true }],
      [{ currency: 'USD', minor: 61_725, about: false }],
    ]);
  });

  it('is the new ideas, the most voted first, where nothing else is asked for; every stage where words are', async () => {
    const product = await makeProduct();
    const [a, b] = await makeFans(2);
    const loud = await makeIdea(product, { title: 'A lamp for reading', voters: ids([a!, b!]) });
    const quiet = await makeIdea(product, { title: 'A lamp for walking' });
    const done = await makeIdea(product, { title: 'A lamp for cooking', stage: 'SHIPPED' });
    const report = await makeIdea(product, { title: 'My lamp flickers', kind: 'REPORT' });
    const found = async (query: Record<string, string>) => ids((await triage(query)).rows);
    const queue = await found({});
    expect(queue.indexOf(loud.id)).toBeLessThan(queue.indexOf(quiet.id));
    expect(queue).not.toContain(done.id);
    expect(queue).not.toContain(report.id);
    expect(await found({ product: product.id })).toEqual([loud.id, ...[quiet.id, done.id].toSorted().toReversed()]);
    expect((await found({ q: 'lamp' })).toSorted()).toEqual(ids([loud, quiet, done, report]).toSorted());
    expect(await found({ q: 'lamp', stage: 'SHIPPED' })).toEqual([done.id]);
    expect(await found({ q: String(quiet.number) })).toEqual([quiet.id]);
    expect((await found({ board: product.board.id, sort: 'oldest' })).toSorted()).toEqual(
      ids([loud, quiet, done, report]).toSorted(),
    );
    expect(await found({ board: product.board.id, kind: 'REPORT' })).toEqual([report.id]);
    await db.thread.update({ where: { id: quiet.threadId }, data: { title: 'Ein Licht zum Gehen' } });
    expect(await found({ q: 'licht' })).toEqual([quiet.id]);
  });

  it('is shown to who triages alone', async () => {
    await makeIdea(await makeProduct());
    for (const actor of [await makeMember(), await makeMember({ roles: ['MODERATOR'] })])
      expect((await listTriage(reading(actor), { asked: readIdeas({}), zone: 'UTC' })).rows).toEqual([]);
  });

  it('costs four statements however much waits', async () => {
    const product = await makeProduct();
    const fans = await makeFans(40);
    for (const author of fans) await makeIdea(product, { author });
    const { result, statements } = await countStatements(() => triage({ product: product.id, stage: 'NEW' }));
    expect(statements).toHaveLength(4);
    expect(result.rows).toHaveLength(30);
    expect((await countWaiting(staff())).ideas).toBeGreaterThanOrEqual(40);
  }, 120_000);

  it('keeps reports apart and finds what another idea may mean', async () => {
    const product = await makeProduct();
    // The number of an idea is looked for in titles too.
    const report = await makeIdea(product, { kind: 'REPORT', title: 'A hinge that cracks' });
    const idea = await makeIdea(product, { title: 'A case that closes with a click' });
    const like = await makeIdea(product, { title: 'The case should close with a click' });
    await makeIdea(product, { title: 'Something else entirely, in blue' });
    expect(ids((await triage({ kind: 'REPORT', product: product.id, stage: 'NEW' })).rows)).toEqual([report.id]);
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
