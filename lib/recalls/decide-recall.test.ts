import { expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { react } from '@/lib/server/react';
import { makeMember } from '@/tests/support/factories';

import { addRecall, decideRecall } from './commands';
import { listOwnRecalls } from './queries';

const add = transact(addRecall);
const decide = transact(decideRecall);

it('is decided once, of two members of staff who decide at the same time by one, and its member is told why', async () => {
  const [member, first, second] = [
    await makeMember(),
    await makeMember({ roles: ['SUPPORT'] }),
    await makeMember({ roles: ['SUPPORT'] }),
  ];
  const { id } = await add(member, { body: 'Something' });
  const said = { recallId: id, outcome: 'DECLINED', reason: 'Not now' } as const;
  const tried = await Promise.allSettled([decide(first, said), decide(second, said)]);
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'recall-decided' } });
  const [row] = (await listOwnRecalls(reading(member))).rows;
  expect(row?.decision).toMatchObject({ outcome: 'DECLINED', reason: 'Not now' });
  expect(await db.auditEntry.findMany({ where: { subjectId: id }, select: { act: true, reason: true } })).toEqual([
    { act: 'recall.decide', reason: 'Not now' },
  ]);
  const events = await db.event.findMany({ where: { name: 'recall.decided', payload: { equals: { recallId: id } } } });
  expect(events).toHaveLength(1);
  await react(events[0]!.id);
  const notices = await db.notification.findMany({
    where: { memberId: member.id },
    select: { kind: true, data: true },
  });
  expect(notices).toEqual([
    { kind: 'recall.decided', data: { body: 'Something', outcome: 'DECLINED', reason: 'Not now' } },
  ]);
});

it('is not decided by a member without the permission, nor where nothing is', async () => {
  const [member, staff] = [await makeMember(), await makeMember({ roles: ['SUPPORT'] })];
  const { id } = await add(member, { body: 'Something' });
  const said = { outcome: 'ACCEPTED', reason: 'Fine' } as const;
  await expect(decide(member, { ...said, recallId: id })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(decide(staff, { ...said, recallId: member.id })).rejects.toThrow();
  expect(await db.recallDecision.count({ where: { recallId: id } })).toBe(0);
});
