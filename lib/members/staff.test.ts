import { beforeEach, describe, expect, it } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { actorOf } from '@/lib/web/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

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
import { getMemberForStaff, listMembers } from './queries';
import { raiseTrust } from './sql';

const reason = 'Because it must be.';
const makeStaff = async () => ({
  fan: await makeMember(),
  mod: await makeMember({ roles: ['MODERATOR'] }),
  ops: await makeMember({ roles: ['OPERATIONS'] }),
  pm: await makeMember({ roles: ['PRODUCT_OWNER'] }),
  support: await makeMember({ roles: ['SUPPORT'] }),
  admin: await makeMember({ roles: ['ADMIN'] }),
});

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
    expect(await db.memberRole.count({ where: { role: 'ADMIN' } })).toBe(1);
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

  it('act at once, without signing in again', async () => {
    const { admin, fan } = await makeStaff();
    await transact(grantRole)(admin, { memberId: fan.id, role: 'MODERATOR', reason });
    expect(await actorOf({ memberId: fan.id, version: 1 })).toMatchObject({ roles: ['MODERATOR'] });
  });

  it('that were taken again stay in the member’s history', async () => {
    const { admin, fan } = await makeStaff();
    await transact(grantRole)(admin, { memberId: fan.id, role: 'SUPPORT', reason });
    await transact(revokeRole)(admin, { memberId: fan.id, role: 'SUPPORT', reason });
    const member = await getMemberForStaff({ db }, { handle: fan.handle });
    expect(member?.roleChanges.map(({ role, given }) => [role, given]).toSorted()).toEqual([
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

describe('trust', () => {
  const now = clock();
  async function fanOf(days: number, posts: number, votes: number, trust = 0) {
    const member = await makeMember({ trust, joinedAt: after(now, -days * day) });
    await db.member.update({ where: { id: member.id }, data: { lastSeenAt: now } });
    if (posts > 0) await write(member, posts, votes);
    return member;
  }
  async function write({ id: authorId }: SignedIn, posts: number, votes: number) {
    const board = await db.board.upsert({
      where: { slug: 'talk' },
      create: { slug: 'talk', name: 'Talk', createdAt: now },
      update: {},
    });
    const thread = await db.thread.create({
      data: { boardId: board.id, authorId, kind: 'DISCUSSION', title: 'T', slug: 't', createdAt: now, lastPostAt: now },
    });
    await db.post.createMany({
      data: Array.from({ length: posts }, (_, at) => ({
        threadId: thread.id,
        number: at + 1,
        authorId,
        markdown: 'x',
        html: '<p>x</p>',
        voteCount: at === 0 ? votes : 0,
        createdAt: now,
      })),
    });
    return thread;
  }
  const level = async ({ id }: SignedIn) => (await db.member.findUniqueOrThrow({ where: { id } })).trust;

  it('grows by the published rule', async () => {
    const fresh = await fanOf(0, 0, 0);
    const voted = await fanOf(0, 1, 1);
    const daily = await fanOf(1, 0, 0);
    const regular = await fanOf(7, 5, 10);
    const almost = await fanOf(7, 5, 9);
    const trusted = await fanOf(30, 30, 60);
    await raiseTrust(db, now);
    expect(await Promise.all([fresh, voted, daily, almost, regular, trusted].map(level))).toEqual([0, 1, 1, 1, 2, 3]);
  });

  it('counts no hidden posts, and stands still for a month after a suspension', async () => {
    const hidden = await fanOf(7, 5, 10);
    const first = await db.post.findFirstOrThrow({ where: { authorId: hidden.id, number: 1 } });
    await db.hiding.create({ data: { postId: first.id, reason, at: now } });
    const suspended = await fanOf(7, 5, 10);
    await db.suspension.create({
      data: { memberId: suspended.id, reason, at: after(now, -10 * day), until: after(now, -9 * day) },
    });
    await raiseTrust(db, now);
    expect([await level(hidden), await level(suspended)]).toEqual([1, 0]);
  });

  it('is never lowered, and what staff gave stays until they leave it to participation again', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const imported = await fanOf(1, 0, 0, 3);
    const held = await fanOf(30, 30, 60);
    await transact(setTrust)(admin, { memberId: held.id, level: 0, reason });
    await raiseTrust(db, now);
    expect([await level(imported), await level(held)]).toEqual([3, 0]);
    await transact(setTrust)(admin, { memberId: held.id, level: null, reason });
    await raiseTrust(db, now);
    expect(await level(held)).toBe(3);
  });
});

describe('finding members', () => {
  it('by handle, name in any script, or whole address; page after page without gap or repetition', async () => {
    for (let at = 0; at < 65; at += 1)
      await makeMember({
        handle: `walker${at}`,
        name: at === 7 ? '林小满' : `Walker ${at}`,
        joinedAt: after(clock(), -Math.floor(at / 10) * day),
      });
    const only = async (search: string) =>
      (await listMembers({ db, now: clock() }, { search })).members.map(({ handle }) => handle);
    expect(await only('小满')).toEqual(['walker7']);
    expect(await only('WALKER64')).toEqual(['walker64']);
    expect(await only('@walker3')).toContain('walker3');
    expect(await only('walker3@test.millet')).toEqual([]);
    expect(await only('100%_')).toEqual([]);
    const seen: string[] = [];
    let cursor: { at: Date; id: string } | undefined;
    for (let more = true; more;) {
      const page = await listMembers({ db, now: clock() }, { search: 'walker', after: cursor });
      seen.push(...page.members.map(({ handle }) => handle));
      const last = page.members.at(-1);
      cursor = last && { at: last.createdAt, id: last.id };
      more = page.more;
    }
    expect(seen).toHaveLength(65);
    expect(new Set(seen).size).toBe(65);
  });
});

it('the system may do what an admin may', async () => {
  const fan = await makeMember();
  expect(await refusal(transact(warnMember)(system, { memberId: fan.id, reason }))).toBe('done');
});
