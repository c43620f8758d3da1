import { describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { correctMember } from '@/lib/flows/members/correct-member';
import { forgotPassword, resetPassword } from '@/lib/flows/members/reset-password';
import { actorOf } from '@/lib/server/actor';
import { react } from '@/lib/server/react';
import { makeMember } from '@/tests/support/factories';
import { session, signedIn } from '@/tests/support/factors';
import { codeFor, mailsTo } from '@/tests/support/mailed-code';
import { refusal } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { bringCustomers } from './commands';
import type { CorrectMember } from './schema';

const reason = 'They wrote to us';
const kinds = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);

const told = async (memberId: string) =>
  (await db.notification.findMany({ where: { memberId, kind: 'member.corrected' } })).map(({ kind }) => kind);

/** Does what follows of the corrections of a member; answers how many there were. */
async function reactTo(memberId: string): Promise<number> {
  const events = await db.event.findMany({
    where: { name: 'member.corrected', payload: { path: ['memberId'], equals: memberId } },
  });
  for (const { id } of events) await react(id);
  return events.length;
}

async function people() {
  const [admin, mod, fan] = [
    await makeMember({ roles: ['ADMIN'] }),
    await makeMember({ roles: ['MODERATOR'] }),
    await makeMember({ name: 'Tomas', password: 'wooden spoon rain' }),
  ];
  const wish = (more: Partial<CorrectMember> = {}): CorrectMember => ({
    ...{ memberId: fan.id, shownName: 'Tomas', name: 'Tomas', email: undefined, reason },
    ...{ clearPicture: false, clearBio: false, ...more },
  });
  const read = () => db.member.findUniqueOrThrow({ where: { id: fan.id } });
  return { admin, mod, fan, wish, read, from: `${fan.handle}@test.millet`, to: `${word()}@new.millet` };
}

describe('what staff change for a member', () => {
  it('is the name, the picture and the words about themselves, with the reason in the log', async () => {
    const { mod, fan, wish, read } = await people();
    await db.member.update({ where: { id: fan.id }, data: { avatar: '/avatars/a.svg', bio: 'Buy here' } });
    await correctMember(mod, wish({ name: 'Tomás', clearPicture: true, clearBio: true }));
    expect(await read()).toMatchObject({ name: 'Tomás', avatar: null, bio: '' });
    expect(await db.auditEntry.findFirst({ where: { act: 'member.correct', subjectId: fan.id } })).toMatchObject({
      actorId: mod.id,
      reason,
      detail: { parts: ['name', 'picture', 'bio'] },
    });
    await reactTo(fan.id);
    expect(await told(fan.id)).toEqual(['member.corrected']);
    expect(await refusal(correctMember(mod, wish({ name: 'Tom' })))).toBe('member-changed');
    expect(await refusal(correctMember(mod, wish({ shownName: 'Tomás', name: 'Tomás' })))).toBe('nothing-changed');
  });

  it('is the address for who may: both are told, every session ends, and the new one is confirmed by a mailed code', async () => {
    const { admin, mod, fan, wish, read, from, to } = await people();
    expect(await refusal(correctMember(mod, wish({ email: to })))).toBe('forbidden');
    // Nor are they told by another answer that an address is the member's own.
    expect(await refusal(correctMember(mod, wish({ email: from })))).toBe('forbidden');
    const own = session(fan.id);
    await signedIn(own);
    await correctMember(admin, wish({ email: to }));
    expect(await read()).toMatchObject({ email: to, emailVerifiedAt: null });
    expect((await actorOf(own)).kind).toBe('guest');
    expect([await kinds(from), await kinds(to)]).toEqual([['email.changed'], ['email.given']]);
    await reactTo(fan.id);
    expect(await told(fan.id)).toEqual([]);
    const { codeId } = await forgotPassword({ ...guest, ip: word() }, { email: to, locale: 'en' });
    await resetPassword(guest, { codeId, code: await codeFor(to), password: 'brass kettle song' });
    expect((await read()).emailVerifiedAt).not.toBeNull();
    const entry = await db.auditEntry.findFirst({ where: { act: 'member.correct', subjectId: fan.id } });
    expect(JSON.stringify(entry)).not.toContain(to);
  });

  it('is no address that somebody has', async () => {
    const { admin, wish, read, from } = await people();
    const other = await makeMember();
    expect(await refusal(correctMember(admin, wish({ email: `${other.handle}@test.millet` })))).toBe('email-taken');
    expect((await read()).email).toBe(from);
  });

  it('is nothing of staff but by who may act on staff, never their address, and nothing of oneself', async () => {
    const { admin, mod, fan, wish, to } = await people();
    const colleague = await makeMember({ roles: ['SUPPORT'], name: 'Tomas' });
    const theirs = wish({ memberId: colleague.id, name: 'Tom' });
    expect(await refusal(correctMember(mod, theirs))).toBe('forbidden');
    expect(await refusal(correctMember(admin, { ...theirs, email: to }))).toBe('forbidden');
    expect(await refusal(correctMember(admin, theirs))).toBe('done');
    expect(await refusal(correctMember(mod, wish({ memberId: mod.id, shownName: mod.name })))).toBe('forbidden');
    expect(await refusal(correctMember(fan, wish({ name: 'Tom' })))).toBe('forbidden');
  });

  it('is told to nobody of a customer without an account', async () => {
    const { admin, to } = await people();
    const email = `${word()}@mill.example`;
    const customers = [{ sourceId: email, name: 'Ann', email, locale: 'en' }];
    await transact(bringCustomers)(system, { source: 'shopify', customers });
    const { id } = await db.member.findUniqueOrThrow({ where: { email } });
    await correctMember(admin, {
      ...{ memberId: id, shownName: 'Ann', name: 'Ann Mill', email: to, reason, clearPicture: false, clearBio: false },
    });
    expect(await db.member.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'Ann Mill', email: to });
    expect([await kinds(email), await kinds(to)]).toEqual([[], []]);
    expect(await reactTo(id)).toBe(0);
  });
});

describe('a number that a member lost', () => {
  const phone = () =>
    `+4915${Math.floor(Math.random() * 1e9)
      .toString()
      .padStart(9, '0')}`;
  const withPhone = async (data: object = {}) => {
    const made = await people();
    await db.member.update({
      where: { id: made.fan.id },
      data: { phone: phone(), phoneProvedAt: new Date(), ...data },
    });
    return made;
  };
  const changes = (memberId: string) =>
    db.event.findMany({ where: { name: 'phone.changed', payload: { path: ['memberId'], equals: memberId } } });

  it('is taken off their account for a reason, and whoever signed in by it is out', async () => {
    const { admin, fan, wish, read } = await withPhone();
    const before = await read();
    const { id: codeId } = await db.phoneCode.create({
      data: {
        ...{ phone: before.phone!, purpose: 'ENTER', codeHash: 'x', memberId: fan.id },
        ...{ createdAt: new Date(), expiresAt: new Date(Date.now() + 600_000) },
      },
      select: { id: true },
    });
    await correctMember(admin, wish({ dropPhone: true }));
    const after = await read();
    expect([after.phone, after.phoneProvedAt, after.email]).toEqual([null, null, before.email]);
    expect(after.sessionVersion).toBeGreaterThan(before.sessionVersion);
    expect(await db.phoneCode.findUnique({ where: { id: codeId }, select: { usedAt: true } })).not.toEqual({
      usedAt: null,
    });
    expect(await db.auditEntry.findFirst({ where: { act: 'member.correct', subjectId: fan.id } })).toMatchObject({
      actorId: admin.id,
      reason,
      detail: { parts: ['phone'] },
    });
    expect((await changes(fan.id)).map(({ payload }) => payload)).toEqual([{ memberId: fan.id, change: 'removed' }]);
    expect(await told(fan.id)).toEqual([]);
  });

  it('stays where nothing else leads into the account, unless they get an address with it', async () => {
    const { admin, wish, read, to } = await withPhone({ email: null, emailVerifiedAt: null, passwordHash: null });
    expect(await refusal(correctMember(admin, wish({ dropPhone: true })))).toBe('phone-last-other');
    expect((await read()).phone).not.toBeNull();
    await correctMember(admin, wish({ dropPhone: true, email: to }));
    expect(await read()).toMatchObject({ phone: null, email: to, emailVerifiedAt: null });
  });

  it('is taken by nobody who may not move an account to another address, and never from staff', async () => {
    const { mod, admin, wish, read } = await withPhone();
    expect(await refusal(correctMember(mod, wish({ dropPhone: true })))).toBe('forbidden');
    const other = await makeMember({ roles: ['SUPPORT'], name: 'Juno' });
    await db.member.update({ where: { id: other.id }, data: { phone: phone(), phoneProvedAt: new Date() } });
    const ofStaff = wish({ memberId: other.id, shownName: 'Juno', name: 'Juno', dropPhone: true });
    expect(await refusal(correctMember(admin, ofStaff))).toBe('forbidden');
    expect((await read()).phone).not.toBeNull();
  });
});
