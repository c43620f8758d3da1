import { beforeEach, describe, expect, it } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { asEmail } from '@/lib/core/email';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { actorOf } from '@/lib/server/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';
import { makeStaff, reason } from '@/tests/support/staff-members';

import {
  findByEmail,
  grantRole,
  liftSuspension,
  readPersonal,
  revokeRole,
  setTrust,
  suspendMember,
  warnMember,
} from './commands';

beforeEach(truncateAll);

describe('who may do what about members', () => {
  it('moderators and admins warn, suspend, lift and look; admins alone change roles and trust', async () => {
    const staff = await makeStaff();
    const target = await makeMember({ email: 'target@example.org' });
    const until = after(clock(), day);
    const answers: Record<string, string[]> = {};
    for (const [who, actor] of Object.entries({ ...staff, guest })) {
      const memberId = target.id;
      answers[who] = [
        await refusal(transact(warnMember)(actor, { memberId, reason })),
        await refusal(transact(suspendMember)(actor, { memberId, reason, until })),
        await refusal(transact(liftSuspension)(actor, { memberId, reason })),
        await refusal(transact(readPersonal)(actor, { memberId, reason })),
        await refusal(transact(setTrust)(actor, { memberId, level: 2, reason })),
        await refusal(transact(grantRole)(actor, { memberId, role: 'SUPPORT', reason })),
        await refusal(transact(revokeRole)(actor, { memberId, role: 'SUPPORT', reason })),
      ];
    }
    const none = Array.from({ length: 7 }, () => 'forbidden');
    expect(answers).toEqual({
      fan: none,
      ops: none,
      pm: none,
      support: none,
      guest: none,
      mod: ['done', 'done', 'done', 'done', 'forbidden', 'forbidden', 'forbidden'],
      admin: Array.from({ length: 7 }, () => 'done'),
    });
  });

  it('a moderator does not act on staff, and nobody on themselves', async () => {
    const { mod, admin, ops } = await makeStaff();
    const suspend = (actor: SignedIn, target: SignedIn) =>
      refusal(transact(suspendMember)(actor, { memberId: target.id, reason, until: null }));
    expect(await suspend(mod, ops)).toBe('forbidden');
    expect(await suspend(mod, admin)).toBe('forbidden');
    expect(await suspend(mod, mod)).toBe('forbidden');
    expect(await suspend(admin, admin)).toBe('forbidden');
    expect(await suspend(admin, ops)).toBe('done');
  });

  it('a moderator reads and looks up no address of staff, and every address that is found leaves a trace', async () => {
    const { mod, admin, pm, fan } = await makeStaff();
    const emailOf = async ({ id }: SignedIn) =>
      (await db.member.findUniqueOrThrow({ where: { id }, select: { email: true } })).email!;
    expect(await refusal(transact(readPersonal)(mod, { memberId: pm.id, reason }))).toBe('forbidden');
    expect(await refusal(transact(readPersonal)(admin, { memberId: pm.id, reason }))).toBe('done');
    const look = async (actor: SignedIn, target: SignedIn) =>
      (await transact(findByEmail)(actor, { email: (await emailOf(target)).toUpperCase() }))?.id ?? null;
    expect([await look(mod, pm), await look(mod, fan), await look(admin, pm)]).toEqual([null, fan.id, pm.id]);
    expect(await transact(findByEmail)(mod, { email: 'nobody@example.org' })).toBeNull();
    const log = await db.auditEntry.findMany({
      where: { act: 'member.findByEmail' },
      orderBy: { at: 'asc' },
      select: { actorId: true, subjectId: true },
    });
    expect(log).toEqual([
      { actorId: mod.id, subjectId: fan.id },
      { actorId: admin.id, subjectId: pm.id },
    ]);
  });

  it('finds an address in whatever spelling it is typed', async () => {
    const { mod } = await makeStaff();
    const { id } = await makeMember({ email: asEmail('ines@Bücher.example') });
    for (const email of ['ines@bücher.example', ' Ines@XN--BCHER-KVA.example', 'ｉｎｅｓ@bücher.example'])
      expect(await transact(findByEmail)(mod, { email })).toEqual({ id });
    expect(await transact(findByEmail)(mod, { email: 'ines@' })).toBeNull();
  });

  it('every act stands in the audit log with its reason', async () => {
    const { mod, admin, fan } = await makeStaff();
    await transact(warnMember)(mod, { memberId: fan.id, reason });
    await transact(readPersonal)(mod, { memberId: fan.id, reason: 'They asked me to.' });
    await transact(setTrust)(admin, { memberId: fan.id, level: 3, reason });
    const log = await db.auditEntry.findMany({
      where: { actorId: { in: [mod.id, admin.id] } },
      orderBy: { at: 'asc' },
      select: { act: true, reason: true, actorId: true, subjectId: true },
    });
    expect(log).toEqual([
      { act: 'member.warn', reason, actorId: mod.id, subjectId: fan.id },
      { act: 'member.readPersonal', reason: 'They asked me to.', actorId: mod.id, subjectId: fan.id },
      { act: 'member.setTrust', reason, actorId: admin.id, subjectId: fan.id },
    ]);
  });
});

describe('a suspension', () => {
  it('makes the very next request a guest’s, and ends by itself', async () => {
    const { mod, fan } = await makeStaff();
    const session = { memberId: fan.id, version: 1 };
    expect((await actorOf(session)).kind).toBe('member');
    await transact(suspendMember)(mod, { memberId: fan.id, reason, until: after(clock(), day) });
    expect((await actorOf(session)).kind).toBe('guest');
    // The old session stays shut afterwards; a fresh sign-in counts from the new version.
    await db.suspension.updateMany({ data: { until: after(clock(), -1000) } });
    expect((await actorOf(session)).kind).toBe('guest');
    expect((await actorOf({ memberId: fan.id, version: 2 })).kind).toBe('member');
  });

  it('given twice at once stands once', async () => {
    const { mod, admin, fan } = await makeStaff();
    await Promise.all(
      [mod, admin].map((actor) => transact(suspendMember)(actor, { memberId: fan.id, reason, until: null })),
    );
    expect(await db.suspension.count({ where: { liftedAt: null } })).toBe(1);
  });

  it('of one who is suspended already keeps the later end', async () => {
    const { mod, fan } = await makeStaff();
    const suspend = (until: Date | null) => transact(suspendMember)(mod, { memberId: fan.id, reason, until });
    const [inADay, inAWeek] = [after(clock(), day), after(clock(), 7 * day)];
    expect((await suspend(inAWeek)).until).toEqual(inAWeek);
    expect((await suspend(inADay)).until).toEqual(inAWeek);
    expect((await suspend(null)).until).toBeNull();
    expect((await suspend(inADay)).until).toBeNull();
    expect(await db.suspension.findMany({ where: { liftedAt: null }, select: { until: true } })).toEqual([
      { until: null },
    ]);
  });

  it('that has ended says nothing about a new one', async () => {
    const { mod, fan } = await makeStaff();
    await transact(suspendMember)(mod, { memberId: fan.id, reason, until: null });
    await transact(liftSuspension)(mod, { memberId: fan.id, reason });
    const inADay = after(clock(), day);
    expect((await transact(suspendMember)(mod, { memberId: fan.id, reason, until: inADay })).until).toEqual(inADay);
  });
});

it('the system may do what an admin may', async () => {
  const fan = await makeMember();
  expect(await refusal(transact(warnMember)(system, { memberId: fan.id, reason }))).toBe('done');
});
