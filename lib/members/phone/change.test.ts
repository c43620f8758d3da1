/** Adding, replacing and removing the number of one's own account. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { system, type SignedIn } from '@/lib/core/actor';
import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, minute } from '@/lib/core/time';
import { askNewEmail, changePassword } from '@/lib/flows/members/change-sign-in';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { startFakeSms, useSms, withoutSms, type FakeSms } from '@/tests/support/fake-sms';
import { meeting } from '@/tests/support/meeting';
import { openTo, visitor, withPhone } from '@/tests/support/phones';
import { refusal } from '@/tests/support/refusal';

import { addPhone, bringCustomers, eraseCustomer, findByPhone, readPersonal } from '../commands';
import { memberCells } from '../export-cells';
import { findOne } from '../find-one';
import { getOwnPhone } from '../queries/phone';
import { askNewPhone, askOwnCode } from './ask-code';
import { changePhone, dropPhone } from './enter';

const [phone, other] = ['+8613800138000', '+8613900139000'];
const password = 'wooden spoon rain';
const longAgo = () => after(clock(), -46 * day);

let fake: FakeSms;
beforeAll(async () => void (fake = await startFakeSms()));
afterAll(() => fake.close());
beforeEach(async () => {
  await truncateAll();
  Object.assign(fake, { refusal: null, sent: [] });
  useSms(fake);
  await openTo(['CN', 'US']);
});
afterEach(withoutSms);

const stored = (id: string) => db.member.findUniqueOrThrow({ where: { id } });
const changes = async () =>
  (await db.event.findMany({ where: { name: 'phone.changed' }, orderBy: { id: 'asc' } })).map(({ payload }) => payload);

/** Asks for a code to a number for one's account, and reads it. */
async function asked(member: SignedIn, number: string, oldPassword = password) {
  const { codeId } = await askNewPhone(member, { phone: number, country: 'CN', oldPassword });
  return { codeId, code: fake.sent.at(-1)!.code };
}

describe('adding a number', () => {
  it('takes the password and the code, and leaves other sessions as they are', async () => {
    const member = await makeMember({ password });
    expect(await refusal(askNewPhone(member, { phone, country: 'CN', oldPassword: 'wrong' }))).toBe('password-wrong');
    expect(fake.sent).toEqual([]);
    const typed = await asked(member, '138 0013 8000');
    expect(await refusal(changePhone(member, { ...typed, code: '' }))).toBe('code-wrong');
    expect((await stored(member.id)).phone).toBeNull();
    expect(await changePhone(member, typed)).toEqual({ version: null });
    expect(await stored(member.id)).toMatchObject({ phone, sessionVersion: 1 });
    expect(await changes()).toEqual([{ memberId: member.id, change: 'added' }]);
    expect(await refusal(changePhone(member, typed))).toBe('code-expired');
  });

  it('takes no code of another member’s', async () => {
    const [member, thief] = [await makeMember({ password }), await makeMember({ password })];
    const typed = await asked(member, phone);
    expect(await refusal(changePhone(thief, typed))).toBe('code-expired');
    expect(await db.member.count({ where: { phone } })).toBe(0);
  });

  it('that another account proved lately is refused, and told to nobody who has not proved it', async () => {
    await withPhone(phone);
    const member = await makeMember({ password });
    const typed = await asked(member, phone);
    expect(await refusal(changePhone(member, typed))).toBe('phone-taken');
    expect((await stored(member.id)).phone).toBeNull();
  });

  it('that another account has not proved for long moves it', async () => {
    const before = await withPhone(phone, { provedAt: longAgo() });
    const member = await makeMember({ password });
    await changePhone(member, await asked(member, phone));
    expect([(await stored(before.id)).phone, (await stored(member.id)).phone]).toEqual([null, phone]);
    // Events of one moment have no order.
    expect(new Set(await changes())).toEqual(
      new Set([
        { memberId: before.id, change: 'lost' },
        { memberId: member.id, change: 'added' },
      ]),
    );
    expect(await db.auditEntry.count({ where: { act: 'member.losePhone', actorId: member.id } })).toBe(1);
  });

  it('again proves it anew, and is no change', async () => {
    const member = await withPhone(phone, { provedAt: longAgo(), email: 'a@example.org', password, confirmed: true });
    const own = () => getOwnPhone({ db, now: clock() }, { memberId: member.id });
    expect(await own()).toMatchObject({ phone, old: true, last: false, proof: 'password' });
    expect(await changePhone(member, await asked(member, phone))).toEqual({ version: null });
    expect(await own()).toMatchObject({ phone, old: false });
    expect(await changes()).toEqual([]);
  });
});

describe('another number, and none', () => {
  it('ends every other session', async () => {
    const member = await withPhone(phone, { email: 'a@example.org', password, confirmed: true });
    expect(await changePhone(member, await asked(member, other))).toEqual({ version: 2 });
    expect(await stored(member.id)).toMatchObject({ phone: other, sessionVersion: 2 });
    expect(await refusal(dropPhone(member, { oldPassword: 'wrong' }))).toBe('password-wrong');
    expect(await dropPhone(member, { oldPassword: password })).toEqual({ version: 3 });
    expect(await stored(member.id)).toMatchObject({ phone: null, phoneProvedAt: null, sessionVersion: 3 });
    expect(await refusal(dropPhone(member, { oldPassword: password }))).toBe('not-found');
    expect((await changes()).map((each) => (each as { change: string }).change)).toEqual(['replaced', 'removed']);
  });

  it('keeps the last way into an account', async () => {
    const member = await withPhone(phone);
    await askOwnCode(member);
    const { code } = fake.sent.at(-1)!;
    expect(await refusal(dropPhone(member, { oldPassword: code }))).toBe('phone-last');
    expect((await stored(member.id)).phone).toBe(phone);
  });

  it('ends what waited for it', async () => {
    const member = await withPhone(phone, { email: 'a@example.org', password, confirmed: true });
    const waiting = await asked(member, other);
    await dropPhone(member, { oldPassword: password });
    expect(await refusal(changePhone(member, waiting))).toBe('code-expired');
  });

  it('comes from no session that was ended meanwhile', async () => {
    const member = await makeMember({ password });
    const typed = await asked(member, phone);
    const session = { id: crypto.randomUUID(), version: 1, until: after(clock(), day) };
    await db.endedSession.create({ data: { id: session.id, until: session.until } });
    expect(await refusal(changePhone({ ...member, session }, typed))).toBe('signed-out');
    expect((await stored(member.id)).phone).toBeNull();
  });
});

describe('who has a phone alone', () => {
  const ownCode = async (member: SignedIn) => {
    await askOwnCode(member);
    return fake.sent.at(-1)!.code;
  };

  it('proves it by a code to the phone before anything else leads into the account', async () => {
    const member = await withPhone(phone);
    const email = 'mei@example.org';
    expect(await refusal(askNewEmail(member, { email, oldPassword: '' }))).toBe('phone-ask-first');
    const code = await ownCode(member);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await refusal(askNewEmail(member, { email, oldPassword: wrong }))).toBe('code-wrong');
    expect(await refusal(askNewEmail(member, { email, oldPassword: code.replace(/(...)/, '$1 ') }))).toBe('done');
    expect(await refusal(changePassword(member, { oldPassword: code, password }))).toBe('phone-ask-first');
  });

  it('by a code that is good once, also of two forms at once', async () => {
    const member = await withPhone(phone);
    const code = await ownCode(member);
    const set = () => refusal(changePassword(member, { oldPassword: code, password }));
    const answers = await Promise.all([set(), set()]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  });

  it('and has tried too often is refused, and the code of one member is none of another’s', async () => {
    const [member, second] = [await withPhone(phone), await withPhone(other)];
    const code = await ownCode(member);
    expect(await refusal(changePassword(second, { oldPassword: code, password }))).toBe('phone-ask-first');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tried = 0; tried < 5; tried += 1)
      expect(await refusal(changePassword(member, { oldPassword: wrong, password }))).toBe('code-wrong');
    expect(await refusal(changePassword(member, { oldPassword: code, password }))).toBe('code-expired');
  });
});

describe('who came by a provider without addresses', () => {
  it('changes nothing in a session that is old', async () => {
    const member = await makeMember({ email: null, confirmed: false });
    const session = { id: crypto.randomUUID(), version: 1, until: after(clock(), day) };
    const actor = { ...member, session };
    const seen = (ms: number) =>
      db.memberSession.upsert({
        where: { id: session.id },
        create: { id: session.id, memberId: member.id, until: session.until, createdAt: after(clock(), -ms) },
        update: { createdAt: after(clock(), -ms) },
      });
    await seen(20 * minute);
    expect(await refusal(askNewPhone(actor, { phone, country: 'CN', oldPassword: '' }))).toBe('sign-in-again');
    await seen(10 * minute);
    expect(await refusal(askNewPhone(actor, { phone, country: 'CN', oldPassword: '' }))).toBe('done');
  });
});

describe('two accounts that add one number at once', () => {
  it('leave it with one of them', async () => {
    for (let round = 0; round < 4; round += 1) {
      const number = `+8613800138${String(100 + round)}`;
      const members = [await makeMember({ password }), await makeMember({ password })];
      const typed = [];
      for (const [at, member] of members.entries()) typed.push(await asked({ ...member, ip: `192.0.2.${at}` }, number));
      const add = (at: number) => refusal(transact(addPhone)(members[at]!, { codeId: typed[at]!.codeId }));
      expect((await Promise.all([add(0), add(1)])).toSorted()).toEqual(['done', 'phone-taken']);
      expect(await db.member.count({ where: { phone: number } })).toBe(1);
    }
  });

  it('are both told that they have it where the database keeps no number unique (control)', async () => {
    const members = [await makeMember(), await makeMember()];
    const met = meeting();
    const unguarded = transact(async (ctx: Ctx, { at }: { at: number }) => {
      const holder = await ctx.db.member.findUnique({ where: { phone }, select: { id: true } });
      await met();
      expect(holder).toBeNull();
      await ctx.db.member.update({
        where: { id: members[at]!.id },
        data: { phone: `${phone}${at}`, phoneProvedAt: ctx.now },
      });
    });
    expect(await Promise.all([0, 1].map((at) => refusal(unguarded(members[at]!, { at }))))).toEqual(['done', 'done']);
  });
});

describe('a number as personal data', () => {
  it('is read, searched and exported by staff as an address is', async () => {
    const fan = await withPhone(phone);
    const mod = await makeMember({ roles: ['MODERATOR'] });
    const support = await makeMember({ roles: ['SUPPORT'] });
    expect(await transact(readPersonal)(mod, { memberId: fan.id, reason: 'Because' })).toEqual({ email: null, phone });
    expect(await refusal(transact(readPersonal)(support, { memberId: fan.id, reason: 'Because' }))).toBe('forbidden');
    expect(await findOne(mod, '+86 138-0013-8000')).toEqual({ id: fan.id });
    expect(await findOne(mod, '138')).toBeUndefined();
    expect(await findOne(support, phone)).toBeNull();
    expect(await refusal(transact(findByPhone)(visitor(), { phone }))).toBe('forbidden');
    const acts = await db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { act: true, detail: true } });
    expect(acts.map(({ act }) => act)).toEqual(['settings.save', 'member.readPersonal', 'member.findByPhone']);
    expect(JSON.stringify(acts)).not.toContain('138');
    expect((await memberCells({ db, now: clock() }, { ids: [fan.id] }))[0]).toContain(phone);
  });

  it('is of accounts alone: customers who are brought have none, and the database refuses one', async () => {
    await transact(bringCustomers)(system, {
      source: 'shopify',
      customers: [{ sourceId: 'a', name: 'Ann', email: 'ann@example.org', locale: 'en' }],
    });
    const customer = await db.member.findFirstOrThrow({ where: { email: 'ann@example.org' } });
    const give = (data: object) => db.member.update({ where: { id: customer.id }, data });
    await expect(give({ phone, phoneProvedAt: clock() })).rejects.toThrow();
    const fan = await makeMember();
    await expect(db.member.update({ where: { id: fan.id }, data: { phone } })).rejects.toThrow();
    expect(await transact(eraseCustomer)(system, { source: 'shopify', sourceIds: ['a'], emails: [] })).toBe(1);
  });
});
