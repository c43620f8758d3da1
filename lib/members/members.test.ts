import { randomUUID } from 'node:crypto';

import { verify } from '@node-rs/argon2';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { after, clock, day, minute } from '@/lib/core/time';
import { changeEmail, askNewEmail, changePassword } from '@/lib/flows/change-sign-in';
import { forgotPassword, resetPassword } from '@/lib/flows/reset-password';
import { signIn } from '@/lib/flows/sign-in';
import { confirm, resendSignUp, signUp } from '@/lib/flows/sign-up';
import { codeIn } from '@/lib/notifications/mailbox-code';
import { actorOf } from '@/lib/web/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';

import { confirmSignUp, endSessions, requestSignUp } from './commands';

vi.mock('@node-rs/argon2', async (original) => {
  const argon = await original<typeof import('@node-rs/argon2')>();
  return { ...argon, verify: vi.fn(argon.verify) };
});

const password = 'wooden spoon rain';
const wish = (over: object = {}) => ({ name: 'Kit', handle: 'kit', email: 'kit@example.org', password, locale: 'en' as const, ...over });
const visitor = { ...guest, ip: '192.0.2.7' };

const mails = (to: string) => db.mail.findMany({ where: { to }, orderBy: { createdAt: 'asc' } });
async function codeFor(to: string): Promise<string> {
  const code = codeIn((await mails(to)).at(-1)?.text ?? '');
  if (!code) throw new Error(`no code mailed to ${to}`);
  return code;
}
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
const refusal = (work: Promise<unknown>) => work.then(() => 'done', (error) => (error instanceof Refused ? error.code : Promise.reject(error)));

beforeEach(truncateAll);

describe('signing up', () => {
  it('makes a member only when the address is proved', async () => {
    const { codeId } = await signUp(visitor, wish());
    expect(await db.member.count()).toBe(0);
    const { memberId } = await confirm(visitor, { codeId, code: await codeFor('kit@example.org') });
    const member = await db.member.findUniqueOrThrow({ where: { id: memberId } });
    expect(member).toMatchObject({ handle: 'kit', email: 'kit@example.org', trust: 0 });
    expect(member.emailVerifiedAt).not.toBeNull();
    expect(await db.event.count({ where: { name: 'member.joined' } })).toBe(1);
  });

  it('keeps the code out of the database, but for the mail', async () => {
    const { codeId } = await signUp(visitor, wish());
    const row = await db.emailCode.findUniqueOrThrow({ where: { id: codeId } });
    const events = await db.event.findMany();
    expect(JSON.stringify([row, events])).not.toContain(await codeFor('kit@example.org'));
  });

  it('answers alike for a known address, and tells only the address', async () => {
    const known = await makeMember({ email: 'kit@example.org', password });
    const { codeId } = await signUp(visitor, wish({ handle: 'other' }));
    expect(codeId).toMatch(/^[0-9a-f-]{36}$/);
    const [mail] = await mails('kit@example.org');
    expect(mail?.kind).toBe('alreadyMember');
    expect(codeIn(mail?.text ?? '')).toBeNull();
    expect(await refusal(confirm(visitor, { codeId, code: '123456' }))).toBe('code-wrong');
    // A handle wished for by an unproved address stays free: else trying it again would tell who is known.
    expect(await refusal(signUp(visitor, wish({ email: 'second@example.org', handle: 'other' })))).toBe('done');
    expect(await db.member.count()).toBe(1);
    expect(known.handle).not.toBe('other');
  });

  it('tells at once that a handle is taken, and again when it went meanwhile', async () => {
    await makeMember({ handle: 'taken' });
    expect(await refusal(signUp(visitor, wish({ handle: 'taken' })))).toBe('handle-taken');
    const { codeId } = await signUp(visitor, wish());
    const code = await codeFor('kit@example.org');
    await makeMember({ handle: 'kit' });
    expect(await refusal(confirm(visitor, { codeId, code }))).toBe('handle-taken');
    expect(await refusal(confirm(visitor, { codeId, code, handle: 'kit2' }))).toBe('done');
  });

  it('gives a code five attempts', async () => {
    const { codeId } = await signUp(visitor, wish());
    const code = await codeFor('kit@example.org');
    for (let at = 0; at < 5; at += 1) expect(await refusal(confirm(visitor, { codeId, code: wrong(code) }))).toBe('code-wrong');
    expect(await refusal(confirm(visitor, { codeId, code }))).toBe('code-expired');
  });

  it('counts guesses made at once', async () => {
    const { codeId } = await signUp(visitor, wish());
    const code = await codeFor('kit@example.org');
    const answers = await Promise.all(Array.from({ length: 12 }, () => refusal(confirm(visitor, { codeId, code: wrong(code) }))));
    expect(answers.filter((answer) => answer === 'code-wrong')).toHaveLength(5);
  });

  it('lets a code run out after a quarter of an hour', async () => {
    const { codeId } = await signUp(visitor, wish());
    const code = await codeFor('kit@example.org');
    expect(await refusal(confirm(visitor, { codeId, code }, { now: after(clock(), 16 * minute) }))).toBe('code-expired');
  });

  it('mails another code on demand, five in a quarter of an hour', async () => {
    const { codeId } = await signUp(visitor, wish());
    const again = await resendSignUp(visitor, { codeId });
    expect(await refusal(confirm(visitor, { codeId: again.codeId, code: await codeFor('kit@example.org') }))).toBe('done');
    await signUp(visitor, wish({ handle: 'kit3', email: 'x@example.org' }));
    for (let at = 0; at < 4; at += 1) await signUp(visitor, wish({ handle: 'kit3', email: 'x@example.org' }));
    expect(await refusal(signUp(visitor, wish({ handle: 'kit3', email: 'x@example.org' })))).toBe('rate-limited');
  });

  it('binds a code to the browser that asked: another sign-up for the same address does not fit', async () => {
    const theirs = await signUp({ ...guest, ip: '198.51.100.1' }, wish({ handle: 'thief', password: 'thief thief thief' }));
    const theirCode = await codeFor('kit@example.org');
    const mine = await signUp(visitor, wish());
    expect(theirs.codeId).not.toBe(mine.codeId);
    if (theirCode !== (await codeFor('kit@example.org'))) expect(await refusal(confirm(visitor, { codeId: mine.codeId, code: theirCode }))).toBe('code-wrong');
  });
});

describe('races', () => {
  async function waiting(over: object = {}) {
    const { codeId } = await signUp(visitor, wish(over));
    return { codeId, code: await codeFor((over as { email?: string }).email ?? 'kit@example.org') };
  }

  it('a code used twice at once works once', async () => {
    const proof = await waiting();
    const answers = await Promise.all(Array.from({ length: 4 }, () => refusal(confirm(visitor, proof))));
    expect(answers.toSorted()).toEqual(['code-expired', 'code-expired', 'code-expired', 'done']);
    expect(await db.member.count()).toBe(1);
  });

  it('control: without the guard on usedAt a reset code works twice', async () => {
    const member = await makeMember({ email: 'kit@example.org', password });
    const { codeId } = await forgotPassword(visitor, { email: 'kit@example.org', locale: 'en' });
    const unguarded = () => db.$transaction(async (tx) => {
      const row = await tx.emailCode.findUniqueOrThrow({ where: { id: codeId } });
      if (row.usedAt) return 'code-expired';
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.emailCode.update({ where: { id: codeId }, data: { usedAt: clock() } });
      await tx.member.update({ where: { id: member.id }, data: { sessionVersion: { increment: 1 } } });
      return 'done';
    });
    expect(await Promise.all([unguarded(), unguarded()])).toEqual(['done', 'done']);
  });

  it('a reset code used twice at once works once', async () => {
    await makeMember({ email: 'kit@example.org', password });
    const { codeId } = await forgotPassword(visitor, { email: 'kit@example.org', locale: 'en' });
    const code = await codeFor('kit@example.org');
    const answers = await Promise.all(['blue chair seven', 'green chair eight'].map((next) => refusal(resetPassword(visitor, { codeId, code, password: next }))));
    expect(answers.toSorted()).toEqual(['code-expired', 'done']);
    expect(await db.member.findFirst({ select: { sessionVersion: true } })).toEqual({ sessionVersion: 2 });
  });

  it('two who want one handle at once: one has it, the other may choose again', async () => {
    const proofs = [await waiting(), await waiting({ email: 'two@example.org' })];
    const answers = await Promise.all(proofs.map((proof) => refusal(confirm(visitor, proof))));
    expect(answers.toSorted()).toEqual(['done', 'handle-taken']);
    const late = proofs[answers.indexOf('handle-taken')];
    expect(await refusal(confirm(visitor, { ...late!, handle: 'kit-two' }))).toBe('done');
  });

  it('one address proved twice at once: one member', async () => {
    const proofs = [await waiting(), await waiting({ handle: 'kit2' })];
    const answers = await Promise.all(proofs.map((proof) => refusal(confirm(visitor, proof))));
    expect(answers.toSorted()).toEqual(['code-expired', 'done']);
    expect(await db.member.count()).toBe(1);
  });
});

describe('imported members', () => {
  const bring = () => makeMember({ handle: 'oldhand', email: 'kit@example.org', confirmed: false, trust: 3, source: 'discourse', sourceId: 'oldhand' });

  it('cannot sign in', async () => {
    await bring();
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password: '' }))).toBe('sign-in-wrong');
  });

  it('belong, with handle and trust, to whoever proves the address by signing up', async () => {
    const imported = await bring();
    const { codeId } = await signUp(visitor, wish());
    expect((await mails('kit@example.org'))[0]?.kind).toBe('claimMember');
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
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password: 'nope nope nope' }))).toBe('sign-in-wrong');
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
    for (let at = 0; at < 10; at += 1) await refusal(signIn(visitor, { email: 'kit@example.org', password: 'nope nope nope' }));
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password }))).toBe('rate-limited');
  });

  it('does not count those who get in', async () => {
    await makeMember({ email: 'kit@example.org', password });
    for (let at = 0; at < 11; at += 1) expect(await refusal(signIn(visitor, { email: 'kit@example.org', password }))).toBe('done');
  });

  it('tells a suspended member why and until when, but only with the right password', async () => {
    const { id } = await makeMember({ email: 'kit@example.org', password });
    const until = after(clock(), day);
    await db.suspension.create({ data: { memberId: id, reason: 'Spam', at: clock(), until } });
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password: 'nope nope nope' }))).toBe('sign-in-wrong');
    const error = await signIn(visitor, { email: 'kit@example.org', password }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'suspended-until', detail: { values: { reason: 'Spam', until: until.getTime() } } });
    expect(await refusal(signIn(visitor, { email: 'kit@example.org', password }, { now: after(until, minute) }))).toBe('done');
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
    expect((await mails('kit@example.org'))[0]).toMatchObject({ kind: 'noAccount', locale: 'zh' });
    expect(await refusal(resetPassword(visitor, { codeId, code: '123456', password }))).toBe('code-wrong');
  });

  it('does not take a sign-up code', async () => {
    const { codeId } = await signUp(visitor, wish());
    expect(await refusal(resetPassword(visitor, { codeId, code: await codeFor('kit@example.org'), password }))).toBe('code-expired');
    expect(await refusal(resetPassword(visitor, { codeId: randomUUID(), code: '123456', password }))).toBe('code-expired');
    expect(await refusal(resetPassword(visitor, { codeId: "x' OR 1=1", code: '123456', password }))).toBe('code-expired');
  });
});

describe('changing how one signs in', () => {
  it('a new password needs the old one and ends other sessions', async () => {
    const member = await makeMember({ password });
    expect(await refusal(changePassword(member, { oldPassword: 'nope nope nope', password: 'another wooden spoon' }))).toBe('password-wrong');
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
    expect(await db.member.findUnique({ where: { id: member.id }, select: { email: true } })).toEqual({ email: 'new@example.org' });
    expect((await mails('kit@example.org')).map(({ kind }) => kind)).toEqual(['emailMoved']);
  });

  it('"sign out everywhere" ends every session at once', async () => {
    const member = await makeMember();
    await transact(endSessions)(member, { memberId: member.id });
    expect((await actorOf({ memberId: member.id, version: 1 })).kind).toBe('guest');
  });
});

it('a command called by itself keeps its promises too', async () => {
  const asked = await transact(requestSignUp)(system, { ...wish(), passwordHash: 'x' });
  await transact(confirmSignUp)(system, { codeId: asked.codeId });
  expect(await refusal(transact(confirmSignUp)(system, { codeId: asked.codeId }))).toBe('code-expired');
});
