import { afterEach, beforeEach, expect, it } from 'vitest';

import { guest, may, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, moveClock } from '@/lib/core/time';
import { permissions, permissionsOf } from '@/lib/permissions';
import { actorOf } from '@/lib/server/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';
import { reason } from '@/tests/support/staff-members';

import { copyRole, deleteRole, editRole, grantRole, revokeRole } from './commands';
import { getProfile } from './queries';
import { listHolders, listRoles } from './queries/roles';

let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'] });
});
afterEach(() => moveClock(0));

const names = { name: 'Weekend desk', nameZh: '周末值班' };
const copied = async (from = 'SUPPORT') => (await transact(copyRole)(admin, { from, ...names })).key;
const again = async (who: SignedIn) => (await actorOf({ memberId: who.id, version: 1 })) as SignedIn;

it('a copy allows what its original does, and what is changed of it counts at once', async () => {
  const [role, fan] = [await copied(), await makeMember()];
  await transact(grantRole)(admin, { memberId: fan.id, role, reason });
  expect(await again(fan)).toMatchObject({
    roles: [{ key: role, ...names }],
    permissions: permissionsOf({ key: 'SUPPORT' }),
  });
  await transact(editRole)(admin, { role, ...names, name: 'Desk', permissions: ['drops.run'] });
  expect(await again(fan)).toMatchObject({ roles: [{ name: 'Desk' }], permissions: ['drops.run'] });
  expect(await listHolders(reading(), { permission: 'drops.run' })).toEqual(expect.arrayContaining([admin.id, fan.id]));
  await db.suspension.create({ data: { memberId: fan.id, reason: 'spam', at: clock() } });
  expect(await listHolders(reading(), { permission: 'drops.run' })).toEqual([admin.id]);
  expect(await listHolders(reading(), { permission: 'orders.read' })).toEqual([admin.id]);
});

it('what has run out gives nothing, at once', async () => {
  const [role, fan] = [await copied(), await makeMember()];
  await transact(grantRole)(admin, { memberId: fan.id, role, reason, until: after(clock(), day) });
  expect(may(await again(fan), 'orders.read')).toBe(true);
  moveClock(day + 1000);
  expect(await again(fan)).toMatchObject({ roles: [], permissions: [] });
  expect((await getProfile(reading(), { handle: fan.handle }))?.grants).toEqual([]);
  expect(await listHolders(reading(), { permission: 'orders.read' })).toEqual([admin.id]);
  expect(await refusal(transact(deleteRole)(admin, { role }))).toBe('done');
});

it('an end that is over is refused; a later grant replaces the end', async () => {
  const fan = await makeMember();
  const give = (until: Date | null) => transact(grantRole)(admin, { memberId: fan.id, role: 'SUPPORT', reason, until });
  expect(await refusal(give(after(clock(), -1000)))).toBe('bad-date');
  await give(after(clock(), day));
  await give(null);
  expect(await db.grant.findMany({ where: { memberId: fan.id }, select: { until: true } })).toEqual([{ until: null }]);
});

it('a grant within one thing gives nothing elsewhere', async () => {
  const fan = await makeMember();
  const scope = { scopeType: 'board', scopeId: 'b1' };
  await db.grant.create({ data: { memberId: fan.id, roleKey: 'MODERATOR', ...scope, at: clock() } });
  expect(await again(fan)).toMatchObject({ roles: [], permissions: [] });
  expect(await listHolders(reading(), { permission: 'forum.moderate' })).toEqual([admin.id]);
});

it('built-in roles are neither changed nor deleted, held ones not deleted', async () => {
  const [role, fan] = [await copied(), await makeMember()];
  expect(await refusal(transact(editRole)(admin, { role: 'SUPPORT', ...names, permissions: [] }))).toBe(
    'role-built-in',
  );
  expect(await refusal(transact(deleteRole)(admin, { role: 'SUPPORT' }))).toBe('role-built-in');
  await transact(grantRole)(admin, { memberId: fan.id, role, reason });
  expect(await refusal(transact(deleteRole)(admin, { role }))).toBe('role-held');
  await transact(revokeRole)(admin, { memberId: fan.id, role, reason });
  await transact(deleteRole)(admin, { role });
  expect((await listRoles(reading())).every(({ builtIn }) => builtIn)).toBe(true);
  expect(await db.auditEntry.count({ where: { subjectType: 'role', subjectId: role } })).toBe(2);
});

it('a role is not deleted while it is being given', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [role, fan] = [await copied(), await makeMember()];
    const answers = await Promise.all([
      refusal(transact(grantRole)(admin, { memberId: fan.id, role, reason })),
      refusal(transact(deleteRole)(admin, { role })),
    ]);
    expect([
      ['done', 'role-held'],
      ['not-found', 'done'],
    ]).toContainEqual(answers);
  }
});

it('nobody hands out, changes or copies more than they hold', async () => {
  const [role, all, clerk, fan] = [await copied(), await copied('ADMIN'), await makeMember(), await makeMember()];
  const permitted = ['members.manageRoles', 'orders.read'] as const;
  await transact(editRole)(admin, { role, ...names, permissions: [...permitted] });
  await transact(grantRole)(admin, { memberId: clerk.id, role, reason });
  const actor = await again(clerk);
  const tried = [
    () => transact(grantRole)(actor, { memberId: clerk.id, role: 'ADMIN', reason }),
    () => transact(grantRole)(actor, { memberId: clerk.id, role: all, reason }),
    () => transact(revokeRole)(actor, { memberId: admin.id, role: 'ADMIN', reason }),
    () => transact(copyRole)(actor, { from: 'SUPPORT', ...names }),
    () => transact(editRole)(actor, { role, ...names, permissions: [...permissions] }),
    () => transact(deleteRole)(actor, { role: all }),
    () => transact(copyRole)(guest, { from: role, ...names }),
  ];
  for (const each of tried) expect(await refusal(each())).toBe('forbidden');
  expect(await refusal(transact(grantRole)(actor, { memberId: fan.id, role, reason }))).toBe('done');
});
