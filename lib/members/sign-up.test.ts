import { beforeEach, describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { askNewEmail } from '@/lib/flows/members/change-sign-in';
import { forgotPassword, resetPassword } from '@/lib/flows/members/reset-password';
import { confirm, resendSignUp, signUp } from '@/lib/flows/members/sign-up';
import { codeIn } from '@/lib/notifications/mailbox-code';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { codeFor, mailsTo } from '@/tests/support/mailed-code';
import { refusal } from '@/tests/support/refusal';
import { without } from '@/tests/support/without-setting';

import { confirmSignUp, requestSignUp } from './commands';

const password = 'wooden spoon rain';
const wish = (over: object = {}) => ({
  name: 'Kit',
  handle: 'kit',
  email: 'kit@example.org',
  password,
  locale: 'en' as const,
  ...over,
});
const visitor = { ...guest, ip: '192.0.2.7' };

const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

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

  it('is refused in words, like all that a mailed code would finish, while no mail can be sent', async () => {
    const member = await makeMember({ email: 'known@example.org', password });
    const change = { email: 'other@example.org', oldPassword: password };
    for (const ask of [
      () => signUp(visitor, wish()),
      () => forgotPassword(visitor, { email: 'known@example.org', locale: 'en' }),
      () => askNewEmail(member, change),
    ]) {
      expect(await without('hasMail', () => refusal(ask()))).toBe('mail-not-set');
      expect(await refusal(ask())).toBe('done');
    }
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
    const [mail] = await mailsTo('kit@example.org');
    expect(mail?.kind).toBe('account.found');
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
    for (let at = 0; at < 5; at += 1)
      expect(await refusal(confirm(visitor, { codeId, code: wrong(code) }))).toBe('code-wrong');
    expect(await refusal(confirm(visitor, { codeId, code }))).toBe('code-expired');
  });

  it('counts guesses made at once', async () => {
    const { codeId } = await signUp(visitor, wish());
    const code = await codeFor('kit@example.org');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => refusal(confirm(visitor, { codeId, code: wrong(code) }))),
    );
    expect(answers.filter((answer) => answer === 'code-wrong')).toHaveLength(5);
  });

  it('lets a code run out after a quarter of an hour', async () => {
    const { codeId } = await signUp(visitor, wish());
    const code = await codeFor('kit@example.org');
    expect(await refusal(confirm(visitor, { codeId, code }, { now: after(clock(), 16 * minute) }))).toBe(
      'code-expired',
    );
  });

  it('mails another code on demand, five in a quarter of an hour', async () => {
    const { codeId } = await signUp(visitor, wish());
    const again = await resendSignUp(visitor, { codeId });
    expect(await refusal(confirm(visitor, { codeId: again.codeId, code: await codeFor('kit@example.org') }))).toBe(
      'done',
    );
    await signUp(visitor, wish({ handle: 'kit3', email: 'x@example.org' }));
    for (let at = 0; at < 4; at += 1) await signUp(visitor, wish({ handle: 'kit3', email: 'x@example.org' }));
    expect(await refusal(signUp(visitor, wish({ handle: 'kit3', email: 'x@example.org' })))).toBe('rate-limited');
  });

  it('binds a code to the browser that asked: another sign-up for the same address does not fit', async () => {
    const theirs = await signUp(
      { ...guest, ip: '198.51.100.1' },
      wish({ handle: 'thief', password: 'thief thief thief' }),
    );
    const theirCode = await codeFor('kit@example.org');
    const mine = await signUp(visitor, wish());
    expect(theirs.codeId).not.toBe(mine.codeId);
    if (theirCode !== (await codeFor('kit@example.org')))
      expect(await refusal(confirm(visitor, { codeId: mine.codeId, code: theirCode }))).toBe('code-wrong');
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
    const unguarded = () =>
      db.$transaction(async (tx) => {
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
    const answers = await Promise.all(
      ['blue chair seven', 'green chair eight'].map((next) =>
        refusal(resetPassword(visitor, { codeId, code, password: next })),
      ),
    );
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

it('a command called by itself keeps its promises too', async () => {
  const asked = await transact(requestSignUp)(system, { ...wish(), passwordHash: 'x' });
  await transact(confirmSignUp)(system, { codeId: asked.codeId });
  expect(await refusal(transact(confirmSignUp)(system, { codeId: asked.codeId }))).toBe('code-expired');
});
