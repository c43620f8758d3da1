/** What was mailed before an account changed proves nothing after it, and no stranger locks an owner out. */
import { beforeEach, describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { askNewEmail, changeEmail, changePassword } from '@/lib/flows/members/change-sign-in';
import { forgotPassword, resetPassword } from '@/lib/flows/members/reset-password';
import { signIn } from './sign-in';
import { codeIn } from '@/lib/notifications/mailbox-code';
import { clientNetwork } from '@/lib/server/address';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { endSessions } from './commands';
import { makeDevice } from './device';

const [email, password, other] = ['kit@example.org', 'wooden spoon rain', 'another wooden spoon'];
const owner = { ...guest, ip: '192.0.2.7' };
const stranger = (at: number) => ({ ...guest, ip: `198.51.100.${at}` });

beforeEach(truncateAll);

/** Asks for a reset and reads its own mail. */
async function askReset(address = email, actor: typeof owner = owner) {
  const { codeId } = await forgotPassword(actor, { email: address, locale: 'en' });
  const mail = await db.mail.findUniqueOrThrow({ where: { key: `code:${codeId}` } });
  return { codeId, code: codeIn(mail.text)! };
}

describe('a mailed code', () => {
  it('ends when another set the password, also of many at once', async () => {
    const member = await makeMember({ email, password });
    const asked = [await askReset(), await askReset(), await askReset(), await askReset()];
    const answers = await Promise.all(asked.map((each) => refusal(resetPassword(owner, { ...each, password: other }))));
    expect(answers.toSorted()).toEqual(['code-expired', 'code-expired', 'code-expired', 'done']);
    expect(await db.member.findUniqueOrThrow({ where: { id: member.id }, select: { sessionVersion: true } })).toEqual({
      sessionVersion: 2,
    });
  });

  it('ends when the password is changed by hand, the sessions are ended, or the address moves', async () => {
    const member = await makeMember({ email, password });
    const first = await askReset();
    await changePassword(member, { oldPassword: password, password: other });
    expect(await refusal(resetPassword(owner, { ...first, password }))).toBe('code-expired');
    const second = await askReset();
    await transact(endSessions)(member, { memberId: member.id });
    expect(await refusal(resetPassword(owner, { ...second, password }))).toBe('code-expired');
    const third = await askReset();
    const { codeId } = await askNewEmail(member, { email: 'new@example.org', oldPassword: other });
    const code = codeIn((await db.mail.findUniqueOrThrow({ where: { key: `code:${codeId}` } })).text)!;
    await changeEmail(member, { codeId, code });
    expect(await refusal(resetPassword(owner, { ...third, password }))).toBe('code-expired');
  });

  it('for a new address ends with a reset', async () => {
    const member = await makeMember({ email, password });
    const { codeId } = await askNewEmail(member, { email: 'new@example.org', oldPassword: password });
    const code = codeIn((await db.mail.findUniqueOrThrow({ where: { key: `code:${codeId}` } })).text)!;
    await resetPassword(owner, { ...(await askReset()), password: other });
    expect(await refusal(changeEmail(member, { codeId, code }))).toBe('code-expired');
  });
});

describe('a stranger', () => {
  it('with wrong passwords shuts out their own network, and not the owner’s', async () => {
    await makeMember({ email, password });
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => refusal(signIn(stranger(1), { email, password: 'nope nope nope' }))),
    );
    expect(tries.filter((each) => each === 'sign-in-wrong')).toHaveLength(10);
    expect(await refusal(signIn(stranger(1), { email, password }))).toBe('rate-limited');
    expect(await refusal(signIn(owner, { email, password }))).toBe('done');
  });

  it('with many networks guesses no faster, and the owner’s own browser still comes in', async () => {
    await makeMember({ email, password });
    const device = makeDevice(email);
    for (let network = 1; network <= 11; network += 1) {
      await db.rateBucket.deleteMany({ where: { key: { startsWith: 'sign-in-address:' } } });
      for (let at = 0; at < 10; at += 1) await refusal(signIn(stranger(network), { email, password: '' }));
    }
    expect(await refusal(signIn(stranger(99), { email, password }))).toBe('rate-limited');
    expect(await refusal(signIn(owner, { email, password, device: `${device}x` }))).toBe('rate-limited');
    expect(await refusal(signIn(owner, { email, password, device }))).toBe('done');
  }, 60_000);

  it('uses up neither the owner’s resets nor the mailbox, however the address is spelt', async () => {
    await makeMember({ email: 'kit@gmail.com', password });
    const spelt = [
      'kit@gmail.com',
      'k.it@gmail.com',
      'kit+1@gmail.com',
      'kit+2@gmail.com',
      'kit@googlemail.com',
      'kit+3@gmail.com',
    ];
    const asked = await Promise.all(
      spelt.map((address) => refusal(forgotPassword(stranger(1), { email: address, locale: 'en' }))),
    );
    expect(asked.filter((each) => each === 'done')).toHaveLength(5);
    expect(await refusal(forgotPassword(owner, { email: 'kit@gmail.com', locale: 'en' }))).toBe('done');
    for (let network = 2; network <= 9; network += 1)
      for (let at = 0; at < 5; at += 1)
        await refusal(forgotPassword(stranger(network), { email: 'kit@gmail.com', locale: 'en' }));
    expect(await db.mail.count()).toBe(40);
    expect(await refusal(forgotPassword(owner, { email: 'kit@gmail.com', locale: 'en' }))).toBe('rate-limited');
    expect(
      await refusal(
        forgotPassword(owner, { email: 'kit@gmail.com', locale: 'en', device: makeDevice('kit@gmail.com') }),
      ),
    ).toBe('done');
  }, 60_000);

  it('has one network, however many of its IPv6 addresses they use', () => {
    expect(clientNetwork('2001:db8:1:2::1')).toBe(clientNetwork('2001:db8:1:2:ffff::9'));
    expect(clientNetwork('2001:db8:1:3::1')).not.toBe(clientNetwork('2001:db8:1:2::1'));
    expect(clientNetwork('::ffff:192.0.2.7')).toBe('192.0.2.7');
  });
});
