import { describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { bulkKinds } from '@/lib/domains-bulk';
import { stageIdea } from '@/lib/feedback/commands';
import type { IdeaAct } from '@/lib/feedback/schema';
import { asRoles } from '@/tests/support/as-roles';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeProduct, makeProductOwner } from '@/tests/support/feedback-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal, refused } from '@/tests/support/refusal';

import { chooseIdeas } from '../feedback/choose-ideas';
import { startBulkAct } from './start-bulk';

const owner = async (): Promise<SignedIn> => ({ ...(await makeProductOwner()), ...asRoles('PRODUCT_OWNER') });
const choice = (act: IdeaAct, ids: string[] = []) => ({
  ...{ act, all: ids.length > 0 ? undefined : ('1' as const), ids },
  ...{ query: {} as Record<string, string>, locale: 'en' as const },
});
const work = () => runJobs(undefined, (name) => name === 'runBulk');
const stageOf = async (id: string) => (await db.idea.findUniqueOrThrow({ where: { id } })).stage;
const refusedIn = async (actId: string) => {
  const rows = await db.bulkRow.findMany({ where: { actId, state: 'REFUSED' }, orderBy: { place: 'asc' } });
  return rows.map(({ key, code, values }) => ({ key, code, values }));
};

describe('an act on many ideas', () => {
  it('moves each as one is moved, with the reason for all, and writes down why it refused the others', async () => {
    const [by, product] = [await owner(), await makeProduct()];
    const [fresh, planned, started, shipped] = [
      await makeIdea(product),
      await makeIdea(product, { stage: 'PLANNED' }),
      await makeIdea(product, { stage: 'STARTED' }),
      await makeIdea(product, { stage: 'SHIPPED' }),
    ];
    const each = [fresh, planned, started, shipped];
    const id = await chooseIdeas(
      by,
      choice(
        'ideas.plan',
        each.map((idea) => idea.id),
      ),
    );
    const numbers = each.map(({ number }) => String(number));
    const said = await bulkKinds['ideas.plan']!.forecast(reading(by), [...numbers, '999999999', 'none']);
    expect(said.map(({ code }) => code)).toEqual([null, 'done-before', null, 'wrong-stage', 'not-found', 'not-found']);
    await startBulkAct(by, { id, reason: '' });
    await work();
    expect(await refusedIn(id)).toEqual([
      { key: numbers[1], code: 'idea-step-not-open', values: {} },
      { key: numbers[2], code: 'reason-required', values: {} },
      { key: numbers[3], code: 'idea-step-not-open', values: {} },
    ]);
    expect(await Promise.all(each.map((idea) => stageOf(idea.id)))).toEqual([
      'PLANNED',
      'PLANNED',
      'STARTED',
      'SHIPPED',
    ]);
    const step = await db.ideaStep.findFirst({ where: { ideaId: fresh.id, to: 'PLANNED' } });
    expect(step).toMatchObject({ byId: by.id, reason: '', from: 'NEW' });
    expect(await db.auditEntry.count({ where: { actorId: by.id, act: 'idea.stage' } })).toBe(1);
  });

  it('leaves an idea alone that a colleague moved after it was chosen, and says who', async () => {
    const [by, other, product] = [await owner(), await owner(), await makeProduct()];
    const idea = await makeIdea(product);
    const id = await chooseIdeas(by, choice('ideas.start', [idea.id]));
    await transact(stageIdea)(other, { ideaId: idea.id, to: 'ACCEPTED' });
    await startBulkAct(by, { id, reason: '' });
    await work();
    expect(await refusedIn(id)).toEqual([
      { key: String(idea.number), code: 'idea-moved', values: { name: other.name } },
    ]);
    expect(await stageOf(idea.id)).toBe('ACCEPTED');
  });

  it('is for who triages, and needs a reason for a no', async () => {
    const [by, product] = [await owner(), await makeProduct()];
    const idea = await makeIdea(product);
    const mod = { ...(await makeMember({ roles: ['MODERATOR'] })), ...asRoles('MODERATOR') };
    expect(await refusal(chooseIdeas(mod, choice('ideas.decline', [idea.id])))).toBe('not-found');
    const id = await chooseIdeas(by, choice('ideas.decline', [idea.id]));
    expect((await refused(startBulkAct(by, { id, reason: ' ' }))).detail.field).toBe('reason');
    await startBulkAct(by, { id, reason: 'Too heavy' });
    await work();
    expect(await stageOf(idea.id)).toBe('DECLINED');
  });

  it('is about all that the address names at that moment: the queue where it names nothing', async () => {
    const [by, product] = [await owner(), await makeProduct()];
    const [idea, report] = [await makeIdea(product), await makeIdea(product, { kind: 'REPORT' })];
    const id = await chooseIdeas(by, choice('ideas.accept'));
    const keys = (await db.bulkRow.findMany({ where: { actId: id } })).map(({ key }) => key);
    expect(keys).toHaveLength(await db.idea.count({ where: { kind: 'IDEA', stage: 'NEW' } }));
    expect(keys).toContain(String(idea.number));
    expect(keys).not.toContain(String(report.number));
  });
});
