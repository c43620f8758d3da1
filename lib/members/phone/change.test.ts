/** Adding, replacing and removing the number of one's own account. */
import { describe, expect, it } from 'vitest';
import { type SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { makeMember } from '@/tests/support/factories';
import { withPhone } from '@/tests/support/phones';
import { refusal } from '@/tests/support/refusal';
import { getOwnPhone } from '../queries/phone';
import { askNewPhone, askOwnCode } from './ask-code';
import { changePhone, dropPhone } from './enter';
import { useFakeSms } from '@/tests/support/use-fake-sms';

const [phone, other] = ['+8613800138000', '+8613900139000'];
const password = 'wooden spoon rain';
const longAgo = () => after(clock(), -46 * day);

const sms = useFakeSms();

const stored = (id: string) => db.member.findUniqueOrThrow({ where: { id } });
const changes = async () =>
  (await db.event.findMany({ where: { name: 'phone.changed' }, orderBy: { id: 'asc' } })).map(({ payload }) => payload);

/** Asks for a code to a number for one's account, and reads it. */
async function asked(member: SignedIn, number: string, oldPassword = password) {
  const { codeId } = await askNewPhone(member, { phone: number, country: 'CN', oldPassword });
  return { codeId, code: sms.fake.sent.at(-1)!.code };
}

describe('adding a number', () => {
  it('takes the password and the code, and leaves other sessions as they are', async () => {
    const member = await makeMember({ password });
    expect(await refusal(askNewPhone(member, { phone, country: 'CN', oldPassword: 'wrong' }))).toBe('password-wrong');
    expect(sms.fake.sent).toEqual([]);
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
    const { code } = sms.fake.sent.at(-1)!;
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
