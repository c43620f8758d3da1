/** What stands in for a password, and two accounts that want one number. */
import { describe, expect, it } from 'vitest';
import { type SignedIn } from '@/lib/core/actor';
import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, minute } from '@/lib/core/time';
import { askNewEmail, changePassword } from '@/lib/flows/members/change-sign-in';
import { makeMember } from '@/tests/support/factories';
import { meeting } from '@/tests/support/meeting';
import { withPhone } from '@/tests/support/phones';
import { refusal } from '@/tests/support/refusal';
import { addPhone } from '../commands';
import { askNewPhone, askOwnCode } from './ask-code';
import { useFakeSms } from '@/tests/support/use-fake-sms';

const [phone, other] = ['+8613800138000', '+8613900139000'];
const password = 'wooden spoon rain';

const sms = useFakeSms();

/** Asks for a code to a number for one's account, and reads it. */
async function asked(member: SignedIn, number: string, oldPassword = password) {
  const { codeId } = await askNewPhone(member, { phone: number, country: 'CN', oldPassword });
  return { codeId, code: sms.fake.sent.at(-1)!.code };
}

describe('who has a phone alone', () => {
  const ownCode = async (member: SignedIn) => {
    await askOwnCode(member);
    return sms.fake.sent.at(-1)!.code;
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
      const typed: Awaited<ReturnType<typeof asked>>[] = [];
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
