/** An account is theirs alone who proved its address last: what entered it before does so no more, whoever comes at the same moment. */
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { askNewEmail, changeEmail as moveTo } from '@/lib/flows/members/change-sign-in';
import { correctMember } from '@/lib/flows/members/correct-member';
import { joinTeam } from '@/lib/flows/members/invite';
import { confirm, signUp } from '@/lib/flows/members/sign-up';
import { actorOf } from '@/lib/server/actor';
import { makeMember } from '@/tests/support/factories';
import { named } from '@/tests/support/factors';
import { codeFor, mailsTo } from '@/tests/support/mailed-code';
import { meanwhile } from '@/tests/support/meanwhile';
import { refusal } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import * as commands from './commands';
import type { MemberImport } from './commands/import-member';
import { signIn } from './sign-in';
import { signInWithProvider } from './sign-in-with-provider';

const password = 'wooden spoon rain';
const other = 'brass kettle song';
const visitor = () => ({ ...guest, ip: randomUUID() });
const wishOf = (memberId: string, email: string) => ({
  ...{ memberId, email, shownName: 'Tomas', name: 'Tomas', reason: 'They wrote to us' },
  ...{ clearPicture: false, clearBio: false },
});
const provider = (email: string) => ({
  ...{ provider: 'github', providerIds: [word()], verifiedEmail: email, name: 'Tomas', login: word() },
});

async function fan() {
  const [admin, member] = [await makeMember({ roles: ['ADMIN'] }), await makeMember({ name: 'Tomas', password })];
  const [from, to] = [`${member.handle}@test.millet`, `${word()}@new.millet`];
  const move = (email = to) => correctMember(admin, wishOf(member.id, email));
  const read = () => db.member.findUniqueOrThrow({ where: { id: member.id } });
  return { admin, id: member.id, handle: member.handle, from, to, move, read };
}

async function join(email: string, handle = word()) {
  const { codeId } = await signUp(visitor(), { email, handle, name: 'Ann', password: other, locale: 'en' });
  return { codeId, code: await codeFor(email) };
}

describe('an account that staff moved to another address', () => {
  it('is entered by no provider that it was entered by before', async () => {
    const { id, from, move } = await fan();
    const known = provider(from);
    expect((await signInWithProvider(known)).memberId).toBe(id);
    await move();
    expect((await signInWithProvider(known)).memberId).not.toBe(id);
  });

  it('is entered by no phone that was proved before, where it had an address', async () => {
    const { id, move, read, admin } = await fan();
    const provedAt = { phone: '+4915123456789', phoneProvedAt: new Date() };
    await db.member.update({ where: { id }, data: provedAt });
    await move();
    expect(await read()).toMatchObject({ phone: null, phoneProvedAt: null });
    // Who has no address yet comes by the number alone, until the new one is proved.
    await db.member.update({ where: { id }, data: { ...provedAt, email: null, emailVerifiedAt: null } });
    const to = `${word()}@mill.example`;
    await correctMember(admin, wishOf(id, to));
    expect(await read()).toMatchObject({ phone: provedAt.phone, email: to });
    await signInWithProvider(provider(to));
    expect(await read()).toMatchObject({ phone: null, emailVerifiedAt: expect.any(Date) as Date });
  });

  it('is entered by no password that it had before, once its new owner comes by a provider', async () => {
    const { id, to, move, read } = await fan();
    await move();
    expect((await signInWithProvider(provider(to))).memberId).toBe(id);
    expect((await read()).emailVerifiedAt).not.toBeNull();
    expect(await refusal(signIn(visitor(), { email: to, password }))).toBe('sign-in-wrong');
  });

  it('is claimed by signing up, with a letter that speaks of no old forum, and no session goes on', async () => {
    const { id, handle, to, move } = await fan();
    await move();
    const asked = await join(to);
    expect((await mailsTo(to)).map(({ kind }) => kind)).toEqual(['email.given', 'signUp.requested']);
    const { sessionVersion: version } = await db.member.findUniqueOrThrow({ where: { id } });
    const session = { memberId: id, version, ...named() };
    expect((await actorOf(session)).kind).toBe('member');
    expect((await confirm(guest, asked)).memberId).toBe(id);
    expect((await actorOf(session)).kind).toBe('guest');
    expect((await mailsTo(to)).at(-1)?.text).toContain(handle);
  });

  it('and, by mistake, to a wrong one: the right one is told as well, the wrong one is not told of it', async () => {
    const { from, to, move } = await fan();
    const wrong = `${word()}@wrong.millet`;
    await move(wrong);
    await move(to);
    const kinds = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);
    expect([await kinds(from), await kinds(wrong), await kinds(to)]).toEqual([
      ['email.changed'],
      ['email.given'],
      ['email.given'],
    ]);
  });
});

describe('an address that somebody gets between the look and the write', () => {
  const taken = (email: string) => () =>
    makeMember().then(({ id }) => db.member.update({ where: { id }, data: { email } }));

  it('is refused in words to staff, who try it again in vain', async () => {
    const { admin, id, to, move, read, from } = await fan();
    const late = transact((ctx: Ctx) => commands.correctMember(meanwhile(ctx, taken(to)), wishOf(id, to)));
    expect(await refusal(late(admin, undefined))).toBe('email-taken');
    expect(await refusal(move())).toBe('email-taken');
    expect(await read()).toMatchObject({ email: from });
  });

  it('is refused in words to the member who moves there', async () => {
    const { id, to } = await fan();
    const actor = await makeMember({ password });
    expect(actor.id).not.toBe(id);
    const { codeId } = await askNewEmail(actor, { email: to, oldPassword: password });
    const late = transact((ctx: Ctx) => commands.changeEmail(meanwhile(ctx, taken(to)), { codeId }));
    expect(await refusal(late(actor, undefined))).toBe('code-expired');
    expect(await refusal(moveTo(actor, { codeId, code: await codeFor(to) }))).toBe('code-expired');
  });
});

describe('a customer', () => {
  const customer = async () => {
    const email = `${word()}@mill.example`;
    const customers = [{ sourceId: email, name: 'Ann Mill', email, locale: 'en' }];
    const bring = (name = 'Ann Mill') =>
      transact(commands.bringCustomers)(system, { source: 'shopify', customers: [{ ...customers[0]!, name }] });
    await bring();
    const { id } = await db.member.findUniqueOrThrow({ where: { email } });
    return { id, email, bring };
  };

  it('who signs up while the members of an old forum are brought keeps what they chose', async () => {
    const { id, email } = await customer();
    const [handle, username] = [word(), word()];
    const asked = await join(email, handle);
    const forum: MemberImport = {
      ...{ source: 'discourse', sourceId: username, username, name: 'Annie', email, bio: 'Hello', trust: 4 },
      ...{ joinedAt: new Date('2020-02-02'), suspendedUntil: new Date('2099-01-01') },
    };
    const late = transact((ctx: Ctx) =>
      commands.importMember(
        meanwhile(ctx, () => confirm(guest, asked)),
        forum,
      ),
    );
    expect(await late(system, undefined)).toMatchObject({ handle: username, added: true, emailTaken: true });
    expect(await db.member.findUniqueOrThrow({ where: { id } })).toMatchObject({
      handle,
      name: 'Ann',
      trust: 0,
      bio: '',
    });
    expect((await signIn(visitor(), { email, password: other })).memberId).toBe(id);
  });

  it('is made an account once, of a sign-up and an invitation at one moment', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    for (let round = 0; round < 6; round += 1) {
      const { email } = await customer();
      const asked = await join(email);
      const { key } = await transact(commands.inviteStaff)(admin, { email, role: 'MODERATOR', language: 'en' });
      const joining = { key, name: 'Ann', handle: word(), password, locale: 'en' };
      const ends = await Promise.all([refusal(confirm(guest, asked)), refusal(joinTeam(visitor(), joining))]);
      expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    }
  });

  it('whose name staff corrected keeps it when the same file comes again', async () => {
    const { id, email, bring } = await customer();
    const admin = await makeMember({ roles: ['ADMIN'] });
    const wish = { ...wishOf(id, email), shownName: 'Ann Mill', name: 'Anne Mill' };
    await correctMember(admin, wish);
    expect([await bring(), await bring('Ann Miller')].map(({ changed }) => changed)).toEqual([0, 0]);
    expect(await db.member.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'Anne Mill' });
  });
});
