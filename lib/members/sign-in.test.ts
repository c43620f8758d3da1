import { randomUUID } from 'node:crypto';

import { verify } from '@node-rs/argon2';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { guest } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, minute } from '@/lib/core/time';
import { changeEmail, askNewEmail, changePassword } from '@/lib/flows/members/change-sign-in';
import { deleteExpired } from './schedules/delete-expired';
import { forgotPassword, resetPassword } from '@/lib/flows/members/reset-password';
import { signIn } from './sign-in';
import { confirm, signUp } from '@/lib/flows/members/sign-up';
import { actorOfRequest, actorOf } from '@/lib/server/actor';
import { openSession, sealSession } from '@/lib/server/token';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { codeFor, mailsTo } from '@/tests/support/mailed-code';
import { refusal } from '@/tests/support/refusal';

import { endOneSession, endSessions } from './commands';

vi.mock('@node-rs/argon2', async (original) => {
  const argon = await original<typeof import('@node-rs/argon2')>();
  return { ...argon, verify: vi.fn(argon.verify) };
});

const password = 'wooden spoon rain';
const wish = () => ({ name: 'Kit', handle: 'kit', email: 'kit@example.org', password, locale: 'en' as const });
const visitor = { ...guest, ip: '192.0.2.7' };

beforeEach(truncateAll);

describe('imported members', () => {
  const bring = () =>
    makeMember({
      handle: 'oldhand',
      email: 'kit@example.org',
      confirmed: false,
      trust: 3,
      source: 'discourse',
      sourceId: 'oldhand',
    });

  it('cannot sign in', async () => {
    await bring();
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password: '' }))).toBe('sign-in-wrong');
  });

  it('belong, with handle and trust, to whoever proves the address by signing up', async () => {
    const imported = await bring();
    const { codeId } = await signUp(visitor, wish());
    expect((await mailsTo('kit@example.org'))[0]?.kind).toBe('account.claimed');
    const { memberId } = await confirm(visitor, { codeId, code: await codeFor('kit@example.org') });
    expect(memberId).toBe(imported.id);
    expect(await db.member.findUnique({ where: { id: memberId } })).toMatchObject({ handle: 'oldhand', trust: 3 });
    expect((await signIn(visitor, { email: 'kit@example.org', password })).memberId).toBe(imported.id);
  });

  it('or by asking for a new password', async () => {
    const imported = await bring();
    const { codeId } = await forgotPassword(visitor, { email: 'kit@example.org', locale: 'en' });
    const { memberId } = await resetPassword(visitor, { codeId, code: await codeFor('kit@example.org'), password });
    expect(memberId).toBe(imported.id);
    expect((await signIn(visitor, { email: 'kit@example.org', password })).memberId).toBe(imported.id);
  });
});

describe('signing in', () => {
  it('answers alike for a wrong password and an unknown address', async () => {
    await makeMember({ email: 'kit@example.org', password });
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password: 'nope nope nope' }))).toBe(
      'sign-in-wrong',
    );
    expect(await refusal(signIn(visitor, { email: 'nobody@example.org', password }))).toBe('sign-in-wrong');
  });

  // Time itself cannot be asserted on a busy machine; what costs the time can.
  it('verifies one password hash for a known and for an unknown address', async () => {
    await makeMember({ email: 'kit@example.org', password });
    for (const email of ['kit@example.org', 'nobody@example.org']) {
      vi.mocked(verify).mockClear();
      await refusal(signIn(visitor, { email, password: 'nope nope nope' }));
      expect(vi.mocked(verify)).toHaveBeenCalledTimes(1);
      expect(vi.mocked(verify).mock.calls[0]?.[0]).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    }
  });

  it('shuts an account after ten wrong passwords, also for the right one', async () => {
    await makeMember({ email: 'kit@example.org', password });
    for (let at = 0; at < 10; at += 1)
      await refusal(signIn(visitor, { email: 'kit@example.org', password: 'nope nope nope' }));
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password }))).toBe('rate-limited');
  });

  it('does not count those who get in', async () => {
    await makeMember({ email: 'kit@example.org', password });
    for (let at = 0; at < 11; at += 1)
      expect(await refusal(signIn(visitor, { email: 'kit@example.org', password }))).toBe('done');
  });

  it('tells a suspended member why and until when, but only with the right password', async () => {
    const { id } = await makeMember({ email: 'kit@example.org', password });
    const until = after(clock(), day);
    await db.suspension.create({ data: { memberId: id, reason: 'Spam', at: clock(), until } });
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password: 'nope nope nope' }))).toBe(
      'sign-in-wrong',
    );
    const error = await signIn(visitor, { email: 'kit@example.org', password }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'suspended-until',
      detail: { values: { reason: 'Spam', until: until.getTime() } },
    });
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password }, { now: after(until, minute) }))).toBe(
      'done',
    );
  });
});

describe('a forgotten password', () => {
  it('ends every session', async () => {
    const member = await makeMember({ email: 'kit@example.org', password });
    const session = { memberId: member.id, version: 1 };
    expect((await actorOf(session)).kind).toBe('member');
    const { codeId } = await forgotPassword(visitor, { email: 'kit@example.org', locale: 'en' });
    await resetPassword(visitor, { codeId, code: await codeFor('kit@example.org'), password: 'another wooden spoon' });
    expect((await actorOf(session)).kind).toBe('guest');
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password }))).toBe('sign-in-wrong');
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password: 'another wooden spoon' }))).toBe('done');
  });

  it('tells an unknown address that it has no account, and the visitor nothing', async () => {
    const { codeId } = await forgotPassword(visitor, { email: 'kit@example.org', locale: 'zh' });
    expect((await mailsTo('kit@example.org'))[0]).toMatchObject({ kind: 'account.notFound', locale: 'zh' });
    expect(await refusal(resetPassword(visitor, { codeId, code: '123456', password }))).toBe('code-wrong');
  });

  it('does not take a sign-up code', async () => {
    const { codeId } = await signUp(visitor, wish());
    expect(await refusal(resetPassword(visitor, { codeId, code: await codeFor('kit@example.org'), password }))).toBe(
      'code-expired',
    );
    expect(await refusal(resetPassword(visitor, { codeId: randomUUID(), code: '123456', password }))).toBe(
      'code-expired',
    );
    expect(await refusal(resetPassword(visitor, { codeId: "x' OR 1=1", code: '123456', password }))).toBe(
      'code-expired',
    );
  });
});

describe('changing how one signs in', () => {
  it('a new password needs the old one and ends other sessions', async () => {
    const member = await makeMember({ password });
    expect(
      await refusal(changePassword(member, { oldPassword: 'nope nope nope', password: 'another wooden spoon' })),
    ).toBe('password-wrong');
    const { version } = await changePassword(member, { oldPassword: password, password: 'another wooden spoon' });
    expect((await actorOf({ memberId: member.id, version: 1 })).kind).toBe('guest');
    expect((await actorOf({ memberId: member.id, version })).kind).toBe('member');
  });

  it('a new address needs its code, and the old one hears of it', async () => {
    const member = await makeMember({ email: 'kit@example.org', password });
    const { codeId } = await askNewEmail(member, { email: 'new@example.org', oldPassword: password });
    const code = await codeFor('new@example.org');
    const other = await makeMember();
    expect(await refusal(changeEmail(other, { codeId, code }))).toBe('code-expired');
    await changeEmail(member, { codeId, code });
    expect(await db.member.findUnique({ where: { id: member.id }, select: { email: true } })).toEqual({
      email: 'new@example.org',
    });
    expect((await mailsTo('kit@example.org')).map(({ kind }) => kind)).toEqual(['email.changed']);
  });

  it('signing out ends that session for every copy of its token, and no other', async () => {
    const member = await makeMember();
    const sealed = () => sealSession({ memberId: member.id, version: 1 });
    const [here, there] = [await openSession(await sealed()), await openSession(await sealed())];
    await transact(endOneSession)(member, { id: here!.id!, until: here!.until! });
    await transact(endOneSession)(member, { id: here!.id!, until: here!.until! });
    expect([(await actorOf(here)).kind, (await actorOfRequest(here)).kind]).toEqual(['guest', 'guest']);
    expect([(await actorOf(there)).kind, (await actorOfRequest(there)).kind]).toEqual(['member', 'member']);
    await deleteExpired(here!.until!);
    expect(await db.endedSession.count()).toBe(1);
    await deleteExpired(after(here!.until!, 2 * day));
    expect(await db.endedSession.count()).toBe(0);
  });

  it('"sign out everywhere" ends every session at once', async () => {
    const member = await makeMember();
    await transact(endSessions)(member, { memberId: member.id });
    expect((await actorOf({ memberId: member.id, version: 1 })).kind).toBe('guest');
  });
});
