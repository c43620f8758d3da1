import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { builtInRoles } from '@/lib/core/permissions';
import { voteForIdea } from '@/lib/flows/feedback/vote-for-idea';
import { makeFans } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeProduct, makeProductOwner } from '@/tests/support/feedback-factories';

import { mergeIdeas } from './merge-ideas';

const merge = transact(mergeIdeas);
const ids = (people: { id: string }[]) => people.map(({ id }) => id);
const stageOf = async (id: string) =>
  db.idea.findUniqueOrThrow({ where: { id }, select: { stage: true, mergedIntoId: true, voteCount: true } });

describe('merging ideas', () => {
  it('counts every voter of both once and leaves a pointer', async () => {
    const product = await makeProduct();
    const fans = await makeFans(10);
    const one = await makeIdea(product, { voters: ids(fans.slice(0, 6)) });
    const two = await makeIdea(product, { voters: ids(fans.slice(4)) });
    const { votes } = await merge(await makeProductOwner(), { ideaId: one.id, intoId: two.id });
    expect(votes).toBe(12);
    expect(await stageOf(one.id)).toEqual({ stage: 'MERGED', mergedIntoId: two.id, voteCount: 7 });
    expect(await db.ideaVote.count({ where: { ideaId: two.id } })).toBe(12);
    await expect(voteForIdea(await makeMember(), { ideaId: one.id, on: true })).rejects.toMatchObject({
      code: 'idea-closed',
    });
  });

  it('leads ideas that had joined the joined one to the last one', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const [a, b, c] = [await makeIdea(product), await makeIdea(product), await makeIdea(product)];
    await merge(pm, { ideaId: a.id, intoId: b.id });
    expect(await merge(pm, { ideaId: b.id, intoId: c.id })).toMatchObject({ votes: 3 });
    expect((await stageOf(a.id)).mergedIntoId).toBe(c.id);
    expect((await stageOf(b.id)).mergedIntoId).toBe(c.id);
  });

  it('loses no vote that comes at the same moment', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const [one, two] = [await makeIdea(product), await makeIdea(product)];
    const fans = await makeFans(40);
    const asked = fans.map((fan) =>
      voteForIdea(fan, { ideaId: one.id, on: true }).then(
        () => fan.id,
        () => null,
      ),
    );
    const [merged, ...voted] = await Promise.all([merge(pm, { ideaId: one.id, intoId: two.id }), ...asked]);
    expect(merged).toBeDefined();
    const heard = voted.filter((id) => id !== null);
    const kept = await db.ideaVote.findMany({ where: { ideaId: two.id }, select: { memberId: true } });
    expect(new Set(ids(kept.map(({ memberId }) => ({ id: memberId }))))).toEqual(
      new Set([...heard, one.author.id, two.author.id]),
    );
    expect((await stageOf(two.id)).voteCount).toBe(kept.length);
  });

  it('goes one way only when both ways are pressed at once', async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    for (let turn = 0; turn < 5; turn += 1) {
      const [one, two] = [await makeIdea(product), await makeIdea(product)];
      const answers = await Promise.allSettled([
        merge(pm, { ideaId: one.id, intoId: two.id }),
        merge(pm, { ideaId: two.id, intoId: one.id }),
      ]);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect([(await stageOf(one.id)).stage, (await stageOf(two.id)).stage].toSorted()).toEqual(['MERGED', 'NEW']);
    }
  });

  it("is refused into itself, a closed idea or another product's, and to all but product owners", async () => {
    const product = await makeProduct();
    const pm = await makeProductOwner();
    const [one, shipped, other] = [
      await makeIdea(product),
      await makeIdea(product, { stage: 'SHIPPED' }),
      await makeIdea(await makeProduct()),
    ];
    const target = await makeIdea(product);
    await expect(merge(pm, { ideaId: one.id, intoId: one.id })).rejects.toMatchObject({ code: 'merge-same' });
    await expect(merge(pm, { ideaId: one.id, intoId: shipped.id })).rejects.toMatchObject({ code: 'merge-closed' });
    await expect(merge(pm, { ideaId: one.id, intoId: other.id })).rejects.toMatchObject({
      code: 'merge-other-product',
    });
    await expect(merge(pm, { ideaId: shipped.id, intoId: one.id })).rejects.toMatchObject({
      code: 'idea-step-not-open',
    });
    const others = [
      guest,
      await makeMember(),
      ...(await Promise.all(
        builtInRoles
          .filter((role) => role !== 'PRODUCT_OWNER' && role !== 'ADMIN')
          .map((role) => makeMember({ roles: [role] })),
      )),
    ];
    for (const actor of others)
      await expect(merge(actor, { ideaId: one.id, intoId: target.id })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await stageOf(one.id)).stage).toBe('NEW');
  });
});
