import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, day } from '@/lib/core/time';
import { actorOf } from '@/lib/server/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';
import { makeStaff, reason } from '@/tests/support/staff-members';

import { grantRole, liftSuspension, revokeRole, suspendMember } from './commands';
import { getMemberForStaff } from './queries';

beforeEach(truncateAll);

describe('roles', () => {
  it('the last admin stays, also when two revoke each other at once', async () => {
    const one = await makeMember({ roles: ['ADMIN'] });
    expect(await refusal(transact(revokeRole)(one, { memberId: one.id, role: 'ADMIN', reason }))).toBe('last-admin');
    const two = await makeMember({ roles: ['ADMIN'] });
    const answers = await Promise.all([
      refusal(transact(revokeRole)(one, { memberId: two.id, role: 'ADMIN', reason })),
      refusal(transact(revokeRole)(two, { memberId: one.id, role: 'ADMIN', reason })),
    ]);
    expect(answers.toSorted()).toEqual(['done', 'last-admin']);
    expect(await db.grant.count({ where: { roleKey: 'ADMIN' } })).toBe(1);
  });

  it('an admin who cannot sign in does not count, whichever comes first', async () => {
    const [ada, juno] = [await makeMember({ roles: ['ADMIN'] }), await makeMember({ roles: ['ADMIN'] })];
    await transact(suspendMember)(ada, { memberId: juno.id, reason, until: null });
    expect(await refusal(transact(revokeRole)(ada, { memberId: ada.id, role: 'ADMIN', reason }))).toBe('last-admin');
    await transact(liftSuspension)(ada, { memberId: juno.id, reason });
    expect(await refusal(transact(revokeRole)(ada, { memberId: ada.id, role: 'ADMIN', reason }))).toBe('done');
    // From here on Juno alone is left, and not even the system may shut her out.
    expect(await refusal(transact(suspendMember)(system, { memberId: juno.id, reason, until: null }))).toBe(
      'last-admin',
    );
  });

  it('two admins who suspend each other at once: one stays', async () => {
    for (let round = 0; round < 5; round += 1) {
      await truncateAll();
      const [one, two] = [await makeMember({ roles: ['ADMIN'] }), await makeMember({ roles: ['ADMIN'] })];
      const answers = await Promise.all(
        [
          [one, two],
          [two, one],
        ].map(([actor, target]) =>
          refusal(transact(suspendMember)(actor!, { memberId: target!.id, reason, until: null })),
        ),
      );
      expect(answers.toSorted()).toEqual(['done', 'last-admin']);
    }
  });

  it('one admin gives the other an end while the other revokes the first: one stays without an end', async () => {
    for (let round = 0; round < 5; round += 1) {
      await truncateAll();
      const [one, two] = [await makeMember({ roles: ['ADMIN'] }), await makeMember({ roles: ['ADMIN'] })];
      const until = after(new Date(), day);
      const answers = await Promise.all([
        refusal(transact(grantRole)(one, { memberId: two.id, role: 'ADMIN', reason, until })),
        refusal(transact(revokeRole)(two, { memberId: one.id, role: 'ADMIN', reason })),
      ]);
      expect(answers.toSorted()).toEqual(['done', 'last-admin']);
      expect(await db.grant.count({ where: { roleKey: 'ADMIN', until: null } })).toBe(1);
    }
  });

  it('an admin whose role has an end does not count as one who stays', async () => {
    const [ada, juno] = [await makeMember({ roles: ['ADMIN'] }), await makeMember()];
    const until = after(new Date(), day);
    await transact(grantRole)(ada, { memberId: juno.id, role: 'ADMIN', reason, until });
    for (const end of [
      () => transact(revokeRole)(system, { memberId: ada.id, role: 'ADMIN', reason }),
      () => transact(grantRole)(ada, { memberId: ada.id, role: 'ADMIN', reason, until }),
      () => transact(suspendMember)(system, { memberId: ada.id, reason, until: null }),
    ])
      expect(await refusal(end())).toBe('last-admin');
    expect(await refusal(transact(revokeRole)(ada, { memberId: juno.id, role: 'ADMIN', reason }))).toBe('done');
  });

  it('act at once, without signing in again', async () => {
    const { admin, fan } = await makeStaff();
    await transact(grantRole)(admin, { memberId: fan.id, role: 'MODERATOR', reason });
    expect(await actorOf({ memberId: fan.id, version: 1 })).toMatchObject({ roles: [{ key: 'MODERATOR' }] });
  });

  it('that were taken again stay in the member’s history', async () => {
    const { admin, fan } = await makeStaff();
    await transact(grantRole)(admin, { memberId: fan.id, role: 'SUPPORT', reason });
    await transact(revokeRole)(admin, { memberId: fan.id, role: 'SUPPORT', reason });
    const member = await getMemberForStaff({ db, now: new Date() }, { named: fan.handle });
    expect(member?.roleChanges.map(({ role, given }) => [role?.key, given]).toSorted()).toEqual([
      ['SUPPORT', false],
      ['SUPPORT', true],
    ]);
  });

  it('are not for members whose address nobody proved', async () => {
    const { admin } = await makeStaff();
    const imported = await makeMember({ confirmed: false, source: 'discourse', sourceId: 'x' });
    expect(await refusal(transact(grantRole)(admin, { memberId: imported.id, role: 'ADMIN', reason }))).toBe(
      'role-needs-proof',
    );
  });
});
