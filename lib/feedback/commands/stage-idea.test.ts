import { describe, expect, it } from 'vitest';

import { guest, system, type Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { builtInRoles, type BuiltInRole } from '@/lib/core/permissions';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeProduct, makeProductOwner } from '@/tests/support/feedback-factories';

import { ideaStages, type IdeaStage } from '../schema';
import { stageIdea } from './stage-idea';

const stage = transact(stageIdea);

// Written out once more, so that a change of the policy's table is noticed: rows from, columns to.
const open: Record<IdeaStage, string> = {
  //          NEW ACC PLA STA SHI DEC MER
  NEW: '  .   x   x   x   .   x   .',
  ACCEPTED: '  .   .   x   x   .   x   .',
  PLANNED: '  .   x   .   x   .   x   .',
  STARTED: '  .   .   x   .   .   x   .',
  SHIPPED: '  .   .   .   .   .   .   .',
  DECLINED: '  x   x   .   .   .   .   .',
  MERGED: '  .   .   .   .   .   .   .',
};

const isOpen = (from: IdeaStage, to: IdeaStage) => open[from].trim().split(/\s+/)[ideaStages.indexOf(to)] === 'x';

describe("an idea's steps", () => {
  it('are those of the table, from every stage to every stage', async () => {
    const product = await makeProduct();
    const owner = await makeProductOwner();
    const idea = await makeIdea(product);
    for (const from of ideaStages) {
      for (const to of ideaStages) {
        await db.idea.update({ where: { id: idea.id }, data: { stage: from } });
        const answer = await stage(owner, { ideaId: idea.id, to, reason: 'Because' }).then(
          () => 'moved',
          (error: { code?: string }) => error.code,
        );
        const now = await db.idea.findUniqueOrThrow({ where: { id: idea.id }, select: { stage: true } });
        expect([from, to, answer, now.stage]).toEqual([
          from,
          to,
          isOpen(from, to) ? 'moved' : 'idea-step-not-open',
          isOpen(from, to) ? to : from,
        ]);
      }
    }
  }, 120_000);

  it('are taken by product owners and admins only', async () => {
    const product = await makeProduct();
    const people: [string, Actor, boolean][] = [
      ['guest', guest, false],
      ['fan', await makeMember(), false],
      ['system', system, true],
    ];
    for (const role of builtInRoles)
      people.push([
        role,
        await makeMember({ roles: [role as BuiltInRole] }),
        role === 'PRODUCT_OWNER' || role === 'ADMIN',
      ]);
    people.push(['suspended', { ...(await makeProductOwner()), suspended: true }, false]);
    for (const [name, actor, may] of people) {
      const idea = await makeIdea(product);
      const answer = await stage(actor, { ideaId: idea.id, to: 'ACCEPTED' }).then(
        () => 'moved',
        (error: { code?: string }) => error.code,
      );
      expect([name, answer]).toEqual([name, may ? 'moved' : 'forbidden']);
      expect(await db.ideaStep.count({ where: { ideaId: idea.id, to: 'ACCEPTED' } })).toBe(may ? 1 : 0);
    }
  });

  it('leave a step, an audit entry and one event behind', async () => {
    const owner = await makeProductOwner();
    const idea = await makeIdea(await makeProduct());
    const { stepId } = await stage(owner, { ideaId: idea.id, to: 'PLANNED', reason: 'Next winter' });
    expect(await db.ideaStep.findUniqueOrThrow({ where: { id: stepId } })).toMatchObject({
      from: 'NEW',
      to: 'PLANNED',
      reason: 'Next winter',
      byId: owner.id,
    });
    const entries = await db.auditEntry.findMany({ where: { subjectId: idea.id } });
    expect(entries).toEqual([
      expect.objectContaining({
        act: 'idea.stage',
        actorId: owner.id,
        reason: 'Next winter',
        detail: { from: 'NEW', to: 'PLANNED' },
      }),
    ]);
    const events = await db.event.findMany({
      where: { name: 'idea.staged', payload: { path: ['ideaId'], equals: idea.id } },
    });
    expect(events.map(({ payload }) => payload)).toEqual([{ ideaId: idea.id, from: 'NEW', to: 'PLANNED', stepId }]);
  });

  it('need a reason for a no and for a step back', async () => {
    const owner = await makeProductOwner();
    const product = await makeProduct();
    for (const [from, to] of [
      ['NEW', 'DECLINED'],
      ['STARTED', 'PLANNED'],
      ['PLANNED', 'ACCEPTED'],
    ] as const) {
      const idea = await makeIdea(product, { stage: from });
      await expect(stage(owner, { ideaId: idea.id, to, reason: '   ' })).rejects.toMatchObject({
        code: 'reason-required',
        detail: { field: 'reason' },
      });
      expect(await db.idea.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({ stage: from });
    }
  });

  it('are taken once when two product owners press at the same moment', async () => {
    const [one, two] = [await makeProductOwner(), await makeProductOwner()];
    const idea = await makeIdea(await makeProduct());
    const answers = await Promise.allSettled(
      [one, two].map((actor) => stage(actor, { ideaId: idea.id, to: 'ACCEPTED' })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.ideaStep.count({ where: { ideaId: idea.id, to: 'ACCEPTED' } })).toBe(1);
  });
});
