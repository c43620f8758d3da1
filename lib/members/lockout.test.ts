/** What was mailed before an account changed proves nothing after it, and no stranger locks an owner out. */
import { beforeEach, describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock } from '@/lib/core/time';
import { askNewEmail, changeEmail, changePassword } from '@/lib/flows/members/change-sign-in';
import { forgotPassword, resetPassword } from '@/lib/flows/members/reset-password';
import { signIn } from './sign-in';
import { codeIn } from '@/lib/notifications/mailbox-code';
import { clientNetwork } from '@/lib/server/address';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { codeAt, withFactor } from '@/tests/support/factors';
import { refusal } from '@/tests/support/refusal';

import { endSessions } from './commands';
import { confirmSession, makeFactorDevice } from './confirm-session';
import { makeDevice } from './device';
import { limits } from './limits';

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
    const device = makeDevice(email, 1);
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
        forgotPassword(owner, { email: 'kit@gmail.com', locale: 'en', device: makeDevice('kit@gmail.com', 1) }),
      ),
    ).toBe('done');
  }, 60_000);

  it('has one network, however many of its IPv6 addresses they use', () => {
    expect(clientNetwork('2001:db8:1:2::1')).toBe(clientNetwork('2001:db8:1:2:ffff::9'));
    expect(clientNetwork('2001:db8:1:3::1')).not.toBe(clientNetwork('2001:db8:1:2::1'));
    expect(clientNetwork('::ffff:192.0.2.7')).toBe('192.0.2.7');
  });
});

describe('whoever knows the password, or did, and made many browsers known,', () => {
  const devices = (count: number) => Array.from({ length: count }, () => makeDevice(email, 1));

  it('is mailed no more codes in a day than known browsers and one network may ask for, and the owner still is', async () => {
    await makeMember({ email, password });
    for (const device of devices(12))
      for (let at = 0; at < 5; at += 1) await refusal(forgotPassword(stranger(1), { email, locale: 'en', device }));
    expect(await db.mail.count()).toBe(limits.codeKnownDay.count + limits.code.count);
    expect(await refusal(forgotPassword(owner, { email, locale: 'en', device: makeDevice(email, 1) }))).toBe('done');
  }, 60_000);

  it('is a stranger with all of them once the password is another one', async () => {
    await makeMember({ email, password });
    const known = makeDevice(email, 1);
    const proved = await resetPassword(owner, { ...(await askReset()), password: other });
    for (let at = 0; at < 10; at += 1) await refusal(signIn(stranger(1), { email, password }));
    expect(await refusal(signIn(stranger(1), { email, password: other, device: known }))).toBe('rate-limited');
    const own = makeDevice(proved.email, proved.version);
    expect(await refusal(signIn(stranger(1), { email, password: other, device: own }))).toBe('done');
  });

  it('guesses no faster than strangers, and the owner still signs in', async () => {
    await makeMember({ email, password });
    const tries = devices(12).flatMap((device) => Array.from({ length: 10 }, () => device));
    const ends: string[] = [];
    for (const device of tries) ends.push(await refusal(signIn(stranger(1), { email, password: 'nope nope', device })));
    expect(ends.filter((end) => end === 'sign-in-wrong')).toHaveLength(limits.signInKnown.count + limits.signIn.count);
    expect(await refusal(signIn(owner, { email, password, device: makeDevice(email, 1) }))).toBe('done');
  }, 120_000);

  it('guesses no second factor faster, and the member still gives it', async () => {
    const { actor, secret } = await withFactor();
    const known = () => makeFactorDevice(actor)!;
    const ends: string[] = [];
    for (const device of Array.from({ length: 8 }, known))
      for (let at = 0; at < 10; at += 1) ends.push(await refusal(confirmSession(actor, { code: '000000', device })));
    const most = limits.factorKnownDay.count + limits.factor.count;
    expect(ends.filter((end) => end === 'factor-wrong')).toHaveLength(most);
    const now = after(clock(), 86_400_000);
    expect(await refusal(confirmSession(actor, { code: codeAt(secret, now), device: known() }, { now }))).toBe('done');
  }, 60_000);
});
