import { randomUUID } from 'node:crypto';

import { Secret } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import * as actions from '@/app/actions/members';
import { isStaff, may, system, type SignedIn } from '@/lib/core/actor';
import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, clock } from '@/lib/core/time';
import { isSensitive, permissions } from '@/lib/permissions';
import { actorOf, actorOfRequest } from '@/lib/server/actor';
import { staff } from '@/lib/web/action';
import { runAdmin } from '@/scripts/lib/admin-verbs';
import { makeMember } from '@/tests/support/factories';
import { codeAt, session, signedIn, withFactor } from '@/tests/support/factors';
import { refusal } from '@/tests/support/refusal';
import { withoutGuard } from '@/tests/support/without-guard';

import { openSecret, sealSecret, stepOfCode } from './authenticator';
import {
  beginAuthenticator,
  finishAuthenticator,
  grantRole,
  renewRecoveryCodes,
  resetFactor,
  spendFactor,
} from './commands';
import { confirmSession, makeFactorDevice } from './confirm-session';

beforeEach(() => void (env.embedded = false));
afterEach(() => void (env.embedded = true));

it('codes are those of RFC 6238, a step early or late, no more; a secret opens for its member alone', () => {
  const secret = Secret.fromUTF8('12345678901234567890').base32;
  const vectors: [number, string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ];
  for (const [seconds, code] of vectors)
    for (const [late, right] of [
      [0, true],
      [30, true],
      [-30, true],
      [60, false],
      [-60, false],
    ] as const)
      expect(stepOfCode(secret, code, new Date((seconds + late) * 1000)), `${seconds} ${late}`).toBe(
        right ? Math.floor(seconds / 30) : null,
      );
  const [one, two] = [randomUUID(), randomUUID()];
  const sealed = sealSecret(one, secret);
  expect(sealed).not.toContain(secret);
  expect(openSecret(one, sealed)).toBe(secret);
  expect(() => openSecret(two, sealed)).toThrow();
  expect(() => openSecret(one, `${sealed.slice(0, -3)}AAA`)).toThrow();
});

describe('a session of staff that has not given the factor', () => {
  it('holds no permission and no role, in pages, actions and endpoints, until it gives it', async () => {
    const { other, first, secret } = await withFactor();
    for (const read of [actorOf, actorOfRequest]) {
      const actor = (await read(other)) as SignedIn;
      expect(actor).toMatchObject({ kind: 'member', waiting: 'confirm', roles: [], permissions: [] });
      expect(isStaff(actor)).toBe(false);
      expect(permissions.filter((each) => may(actor, each))).toEqual([]);
      expect(permissions.map((each) => staff(each).admit(actor))).toEqual(permissions.map(() => 'factor-needed'));
    }
    expect((await signedIn(first)).waiting).toBeUndefined();
    await confirmSession(await signedIn(other), { code: codeAt(secret, clock()) });
    const actor = await signedIn(other);
    expect([actor.waiting, actor.permissions.length]).toEqual([undefined, permissions.length]);
    const elsewhere = { ...session(other.memberId) };
    expect((await signedIn(elsewhere)).waiting).toBe('confirm');
    const stranger = await makeMember({ roles: ['ADMIN'] });
    expect((await signedIn({ ...other, memberId: stranger.id })).waiting).toBe('setUp');
  });

  it('every action of staff says so, whoever holds the role', async () => {
    const { actor } = await withFactor();
    const names = Object.entries(actions).filter(([, { admission }]) => admission?.startsWith('staff:'));
    expect(names.length).toBeGreaterThan(10);
    for (const [name, { admission }] of names) {
      const permission = permissions.find((each) => admission === `staff:${each}`)!;
      expect(staff(permission).admit(actor), name).toBe('factor-needed');
    }
    expect(await refusal(transact(grantRole)(actor, { memberId: actor.id, role: 'SUPPORT', reason: 'x' }))).toBe(
      'forbidden',
    );
  });

  it('is led to set one up only with sensitive permissions, and not in the demo', async () => {
    const one = async (roles: ('ADMIN' | 'SUPPORT' | 'PRODUCT_OWNER')[]) =>
      (await signedIn(session((await makeMember({ roles })).id))).waiting;
    expect(await one([])).toBeUndefined();
    expect(await one(['ADMIN'])).toBe('setUp');
    expect(await one(['SUPPORT'])).toBe('setUp');
    await db.staffRole.create({ data: { key: 'tags', permissions: ['forum.openBoards'], at: clock() } });
    const plain = await makeMember({});
    await db.grant.create({ data: { memberId: plain.id, roleKey: 'tags', at: clock() } });
    expect((await signedIn(session(plain.id))).waiting).toBeUndefined();
    env.embedded = true;
    expect(await one(['ADMIN'])).toBeUndefined();
    expect(permissions.filter(isSensitive).length).toBeGreaterThan(5);
  });

  it('changes no factor: neither begins an app, nor renews codes; fans have none', async () => {
    const { actor } = await withFactor();
    const fan = await signedIn(session((await makeMember({})).id));
    const tries = [
      (who: SignedIn) => transact(beginAuthenticator)(who, undefined),
      (who: SignedIn) => transact(finishAuthenticator)(who, { code: '000000' }),
      (who: SignedIn) => transact(renewRecoveryCodes)(who, undefined),
    ];
    for (const attempt of tries)
      expect([await refusal(attempt(actor)), await refusal(attempt(fan))]).toEqual(['factor-needed', 'not-found']);
  });
});

describe('another app', () => {
  it('leaves confirmed the session that set it up, and no other', async () => {
    const { first, other, secret } = await withFactor();
    await confirmSession(await signedIn(other), { code: codeAt(secret, clock()) });
    expect([(await signedIn(first)).waiting, (await signedIn(other)).waiting]).toEqual([undefined, undefined]);
    const actor = await signedIn(first);
    const next = await transact(beginAuthenticator)(actor, undefined);
    await transact(finishAuthenticator)(actor, { code: codeAt(next.secret, clock()) });
    expect([(await signedIn(first)).waiting, (await signedIn(other)).waiting]).toEqual([undefined, 'confirm']);
    const old = codeAt(secret, after(clock(), 30_000));
    expect(await refusal(confirmSession(await signedIn(other), { code: old }))).toBe('factor-wrong');
  });
});

describe('a code', () => {
  const rounds = 5;

  it('of the app is accepted once, also by two connections at once', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { actor, secret } = await withFactor();
      const code = codeAt(secret, clock());
      const both = () => Promise.all([1, 2].map(() => transact(spendFactor)(actor, { code })));
      expect((await both()).toSorted()).toEqual([false, true]);
      expect(await transact(spendFactor)(actor, { code })).toBe(false);
    }
  });

  it('is accepted by both of two connections, and again later, where nothing compares what was used (control)', async () => {
    const unguarded = transact((ctx: Ctx, input: { code: string }) => spendFactor(withoutGuard(ctx), input));
    const { actor, secret, codes } = await withFactor();
    for (const code of [codeAt(secret, clock()), codes[0]!]) {
      const both = await Promise.all([1, 2].map(() => unguarded(actor, { code })));
      expect([...both, await unguarded(actor, { code })]).toEqual([true, true, true]);
    }
  });

  it('of an older step is refused after a newer one', async () => {
    const { actor, secret } = await withFactor();
    const now = clock();
    expect(await transact(spendFactor)(actor, { code: codeAt(secret, now) }, { now })).toBe(true);
    expect(await transact(spendFactor)(actor, { code: codeAt(secret, after(now, -30_000)) }, { now })).toBe(false);
  });

  it('for recovery works once, however it is typed, also under a race; new ones void the old', async () => {
    const { actor, codes, first } = await withFactor();
    expect(new Set(codes).size).toBe(10);
    expect(JSON.stringify(await db.recoveryCode.findMany())).not.toContain(codes[0]!.slice(0, 5));
    for (const code of codes.slice(0, rounds)) {
      const both = await Promise.all(
        [code, code.toUpperCase().replace('-', ' ')].map((each) => transact(spendFactor)(actor, { code: each })),
      );
      expect(both.toSorted()).toEqual([false, true]);
    }
    const { codes: fresh } = await transact(renewRecoveryCodes)(await signedIn(first), undefined);
    expect(await transact(spendFactor)(actor, { code: codes[9]! })).toBe(false);
    expect(await transact(spendFactor)(actor, { code: fresh[9]! })).toBe(true);
    const another = await withFactor();
    expect(await transact(spendFactor)(another.actor, { code: fresh[8]! })).toBe(false);
  });

  it('is guessed neither from one network nor from many; the member still comes in', async () => {
    const { actor, codes, secret } = await withFactor();
    const from = (ip: string) => ({ ...actor, ip });
    const wrong = async (ip: string) => refusal(confirmSession(from(ip), { code: '000000' }));
    const here = [];
    for (let each = 0; each < 11; each += 1) here.push(await wrong('10.9.0.1'));
    expect([here[9], here[10]]).toEqual(['factor-wrong', 'rate-limited']);
    for (let each = 0; each < 60; each += 1) await wrong(`10.9.1.${each}`);
    const right = { code: codeAt(secret, clock()) };
    expect(await refusal(confirmSession(from('10.9.2.1'), right))).toBe('rate-limited');
    await confirmSession(from('10.9.2.1'), { code: codes[0]! });
    await confirmSession(from('10.9.2.1'), { ...right, device: makeFactorDevice(actor)! });
    const forged = makeFactorDevice({ ...actor, id: randomUUID() })!;
    expect(await refusal(confirmSession(from('10.9.2.1'), { ...right, device: forged }))).toBe('rate-limited');
  });
});

describe('a lost factor', () => {
  it('is taken away by another administrator with a reason, or from the terminal, never by its member', async () => {
    const lost = await withFactor();
    const helper = await withFactor();
    const helping = await signedIn(helper.first);
    const reset = (who: SignedIn | typeof system, memberId: string) =>
      transact(resetFactor)(who, { memberId, reason: 'Lost phone' });
    expect(await refusal(reset(helping, helper.id))).toBe('forbidden');
    expect(await refusal(reset(helper.actor, lost.id))).toBe('forbidden');
    const moderator = await withFactor(['MODERATOR']);
    expect(await refusal(reset(await signedIn(moderator.first), lost.id))).toBe('forbidden');
    await reset(helping, lost.id);
    expect((await actorOf(lost.first)).kind).toBe('guest');
    expect(await signedIn({ ...session(lost.id), version: 2 })).toMatchObject({ waiting: 'setUp' });
    expect(await db.auditEntry.findFirst({ where: { act: 'member.resetFactor' } })).toMatchObject({
      actorId: helper.id,
      subjectId: lost.id,
      reason: 'Lost phone',
    });
    expect(await refusal(reset(system, lost.id))).toBe('factor-none');
    const { email } = await db.member.findUniqueOrThrow({ where: { id: helper.id } });
    expect((await runAdmin('reset-factor', [email!])).join()).toContain('is gone');
    expect(await db.recoveryCode.count({ where: { memberId: { in: [lost.id, helper.id] } } })).toBe(0);
  });

  it('keeps the last administrator: two who reset each other at once both sign in and set up again', async () => {
    const [one, two] = [await withFactor(), await withFactor()];
    await Promise.all(
      [
        [one, two],
        [two, one],
      ].map(async ([who, whom]) =>
        transact(resetFactor)(await signedIn(who!.first), { memberId: whom!.id, reason: 'Lost' }).catch(() => null),
      ),
    );
    for (const { id } of [one, two]) {
      const { sessionVersion } = await db.member.findUniqueOrThrow({ where: { id } });
      const actor = await signedIn({ ...session(id), version: sessionVersion });
      if (actor.waiting === 'confirm') continue;
      const { secret } = await transact(beginAuthenticator)(actor, undefined);
      await transact(finishAuthenticator)(actor, { code: codeAt(secret, clock()) });
      expect((await actorOf({ memberId: id, ...actor.session! })) as SignedIn).toMatchObject({
        roles: [{ key: 'ADMIN' }],
      });
    }
  });
});
