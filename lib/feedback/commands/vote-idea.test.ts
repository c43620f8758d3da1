import { beforeAll, describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { voteForIdea } from '@/lib/flows/feedback/vote-for-idea';
import { makeMember } from '@/tests/support/factories';
import { makeFans } from '@/tests/support/drop-factories';
import { makeIdea, makeOwner, makeProduct } from '@/tests/support/feedback-factories';

import { ideaStages, openStages } from '../schema';
import { voteIdea } from './vote-idea';
import { limits } from '../limits';

const vote = transact(voteIdea);
const countOf = async (id: string) => ({
  kept: (await db.idea.findUniqueOrThrow({ where: { id }, select: { voteCount: true } })).voteCount,
  cast: await db.ideaVote.count({ where: { ideaId: id } }),
});

describe('a vote for an idea', () => {
  beforeAll(async () => void (await makeIdea(await makeProduct())));

  it('is counted for each of 50 fans who press at once, some of them twice', async () => {
    const idea = await makeIdea(await makeProduct());
    const fans = await makeFans(50);
    await Promise.all([...fans, ...fans.slice(0, 5)].map((fan) => voteForIdea(fan, { ideaId: idea.id, on: true })));
    expect(await countOf(idea.id)).toEqual({ kept: 51, cast: 51 });
    await Promise.all(
      [...fans.slice(0, 30), ...fans.slice(0, 5)].map((fan) => voteForIdea(fan, { ideaId: idea.id, on: false })),
    );
    expect(await countOf(idea.id)).toEqual({ kept: 21, cast: 21 });
  });

  it('would be lost without the guard: a count that is read and written back', async () => {
    const idea = await makeIdea(await makeProduct());
    const fans = await makeFans(20);
    await Promise.all(
      fans.map((fan) =>
        inTransaction(fan, async (ctx) => {
          const { voteCount } = await ctx.db.idea.findUniqueOrThrow({
            where: { id: idea.id },
            select: { voteCount: true },
          });
          await ctx.db.ideaVote.create({ data: { ideaId: idea.id, memberId: fan.id, at: ctx.now } });
          await ctx.db.idea.update({ where: { id: idea.id }, data: { voteCount: voteCount + 1 } });
        }),
      ),
    );
    const { kept, cast } = await countOf(idea.id);
    expect(cast).toBe(21);
    expect(kept).toBeLessThan(21);
  });

  it("changes nothing when said twice, and is the author's from the start", async () => {
    const idea = await makeIdea(await makeProduct());
    const fan = await makeMember({ trust: 0 });
    expect(await vote(fan, { ideaId: idea.id, on: true })).toEqual({ on: true, votes: 2 });
    expect(await vote(fan, { ideaId: idea.id, on: true })).toEqual({ on: true, votes: 2 });
    expect(await vote(idea.author, { ideaId: idea.id, on: true })).toEqual({ on: true, votes: 2 });
    expect(await vote(fan, { ideaId: idea.id, on: false })).toEqual({ on: false, votes: 1 });
    expect(await vote(fan, { ideaId: idea.id, on: false })).toEqual({ on: false, votes: 1 });
  });

  it('is refused to guests, the unconfirmed and the suspended, and where the idea is closed', async () => {
    const product = await makeProduct();
    const idea = await makeIdea(product);
    const fan = await makeMember();
    const refusal = async (actor: Parameters<typeof vote>[0], ideaId = idea.id) =>
      vote(actor, { ideaId, on: true }).then(
        () => null,
        (error: { code?: string }) => error.code,
      );
    expect(await refusal(guest)).toBe('signed-out');
    expect(await refusal({ ...fan, suspended: true })).toBe('signed-out');
    expect(await refusal({ ...fan, confirmed: false })).toBe('unconfirmed');
    for (const stage of ideaStages) {
      const each = await makeIdea(product, { stage });
      expect([stage, await refusal(fan, each.id)]).toEqual([
        stage,
        (openStages as readonly string[]).includes(stage) ? null : 'idea-closed',
      ]);
    }
  });

  it('is refused as not found where the fan may not read: other boards, hidden threads', async () => {
    const product = await makeProduct({ visibility: 'OWNERS' });
    const idea = await makeIdea(product);
    const [fan, owner] = [await makeMember(), await makeMember()];
    await makeOwner(product, owner);
    await expect(voteForIdea(fan, { ideaId: idea.id, on: true })).rejects.toMatchObject({ code: 'not-found' });
    expect(await voteForIdea(owner, { ideaId: idea.id, on: true })).toEqual({ on: true, votes: 2 });
    const hidden = await makeIdea(await makeProduct());
    await db.hiding.create({ data: { postId: hidden.postId, reason: 'x', at: new Date() } });
    await expect(voteForIdea(fan, { ideaId: hidden.id, on: true })).rejects.toMatchObject({ code: 'not-found' });
    const { boardId } = await db.thread.findFirstOrThrow({ where: { idea: { id: idea.id } } });
    await db.boardArchive.create({ data: { boardId, reason: 'Season over', at: new Date() } });
    for (const on of [true, false])
      await expect(voteForIdea(owner, { ideaId: idea.id, on })).rejects.toMatchObject({ code: 'idea-archived' });
  });

  it('has a limit', async () => {
    const idea = await makeIdea(await makeProduct());
    const fan = await makeMember();
    await db.rateBucket.create({
      data: { key: `${limits.vote.name}:${fan.id}`, count: limits.vote.count, resetsAt: new Date(Date.now() + 60_000) },
    });
    await expect(vote(fan, { ideaId: idea.id, on: true })).rejects.toMatchObject({ code: 'rate-limited' });
    expect(await countOf(idea.id)).toEqual({ kept: 1, cast: 1 });
  });
});
