/** Whose account a number leads into. */
import { describe, expect, it } from 'vitest';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, minute } from '@/lib/core/time';
import { actorOf } from '@/lib/server/actor';
import { makeMember } from '@/tests/support/factories';
import { askAndRead, visitor, withPhone } from '@/tests/support/phones';
import { refusal, refused } from '@/tests/support/refusal';
import { endSessions } from '../commands';
import { makeDevice } from '../device';
import { getWaitingPhone } from '../queries/phone';
import { enterWithCode, joinWithPhone, keepAccount } from './enter';
import { phoneDevice } from './known-browser';
import { useFakeSms } from '@/tests/support/use-fake-sms';

const phone = '+8613800138000';
const wish = { name: 'Mei', handle: 'mei', locale: 'zh' };
const longAgo = () => after(clock(), -46 * day);
const lately = () => after(clock(), -44 * day);

const sms = useFakeSms();

const asked = (at = 7) => askAndRead(sms.fake, phone, { at });
const step = async (codeId: string) => (await getWaitingPhone({ db, now: clock() }, { codeId }))?.step ?? null;
const holder = () =>
  db.member.findUnique({ where: { phone }, select: { id: true, handle: true, phoneProvedAt: true } });

/** A number that was proved and waits to be told whose it is. */
async function proved(at = 7): Promise<string> {
  const { codeId, code } = await asked(at);
  await enterWithCode(visitor(), { codeId, code });
  return codeId;
}

describe('a new number', () => {
  it('makes a member without an address, confirmed and signed in', async () => {
    const { codeId, code } = await asked();
    expect(await step(codeId)).toBe('code');
    expect(await enterWithCode(visitor(), { codeId, code })).toEqual({ to: 'new' });
    expect(await step(codeId)).toBe('new');
    expect(await db.member.count()).toBe(0);
    const session = await joinWithPhone(visitor(), { codeId, ...wish });
    const member = await db.member.findFirstOrThrow();
    expect(member).toMatchObject({ handle: 'mei', email: null, phone, passwordHash: null, trust: 0, locale: 'zh' });
    expect(await actorOf(session)).toMatchObject({ kind: 'member', confirmed: true, withoutAddress: true, roles: [] });
    expect(await db.event.count({ where: { name: 'member.joined' } })).toBe(1);
    expect(await step(codeId)).toBeNull();
  });

  it('opens nothing by a wrong, used or old code, nor by one of somebody else’s purpose', async () => {
    const { codeId, code } = await asked();
    const wrong = code === '000000' ? '000001' : '000000';
    const enter = (typed: string, id = codeId) => refusal(enterWithCode(visitor(), { codeId: id, code: typed }));
    expect(await enter(wrong)).toBe('code-wrong');
    expect(await enter(code, 'x')).toBe('code-expired');
    expect(await refusal(joinWithPhone(visitor(), { codeId, ...wish }))).toBe('code-expired');
    expect(await refusal(keepAccount(visitor(), { codeId }))).toBe('code-expired');
    expect(await enter(code)).toBe('done');
    expect(await enter(code)).toBe('code-expired');
    expect(await refusal(joinWithPhone(visitor(), { codeId, ...wish }, { now: after(clock(), 11 * minute) }))).toBe(
      'code-expired',
    );
    const member = await makeMember();
    for (const purpose of ['ADD', 'PROVE'] as const) {
      await db.phoneCode.updateMany({ data: { purpose, memberId: member.id } });
      expect(await refusal(joinWithPhone(visitor(), { codeId, ...wish }))).toBe('code-expired');
      expect(await step(codeId)).toBeNull();
    }
  });

  it('whose handle somebody has may choose another', async () => {
    await makeMember({ handle: 'mei' });
    const codeId = await proved();
    expect(await refused(joinWithPhone(visitor(), { codeId, ...wish }))).toMatchObject({
      code: 'handle-taken',
      detail: { field: 'handle' },
    });
    expect(await refusal(joinWithPhone(visitor(), { codeId, ...wish, handle: 'mei-mei' }))).toBe('done');
  });
});

describe('a number that an account has', () => {
  it('signs in, and is proved anew', async () => {
    const member = await withPhone(phone, { provedAt: lately(), email: 'mei@example.org', confirmed: true });
    const { codeId, code } = await asked();
    const entered = await enterWithCode(visitor(), { codeId, code });
    expect(entered).toMatchObject({ to: 'account', memberId: member.id, phone });
    expect((await holder())!.phoneProvedAt!.getTime()).toBeGreaterThan(after(clock(), -minute).getTime());
    expect(await actorOf(entered.to === 'account' ? entered : null)).toMatchObject({
      id: member.id,
      withoutAddress: false,
    });
    expect(await step(codeId)).toBeNull();
  });

  it('keeps suspended members out, and tells them why', async () => {
    const member = await withPhone(phone);
    await db.suspension.create({ data: { memberId: member.id, reason: 'x', at: clock() } });
    const { codeId, code } = await asked();
    expect(await refusal(enterWithCode(visitor(), { codeId, code }))).toBe('suspended-open');
  });

  it('is staff’s first factor, and takes nothing of the second', async () => {
    const member = await withPhone(phone, { roles: ['ADMIN'], email: 'ada@shop.example', confirmed: true });
    await db.authenticator.create({ data: { memberId: member.id, secret: 'sealed', since: clock() } });
    const { codeId, code } = await asked();
    const entered = await enterWithCode(visitor(), { codeId, code });
    const session =
      entered.to === 'account' ? { ...entered, id: crypto.randomUUID(), until: after(clock(), day) } : null;
    expect(await actorOf(session)).toMatchObject({ id: member.id, waiting: 'confirm', roles: [], permissions: [] });
  });

  it('asks whose it is once it was not proved for long, and lets nobody in who does not say', async () => {
    const member = await withPhone(phone, { provedAt: longAgo() });
    const { codeId, code } = await asked();
    expect(await enterWithCode(visitor(), { codeId, code })).toEqual({ to: 'question' });
    expect(await step(codeId)).toBe('question');
    const session = await keepAccount(visitor(), { codeId });
    expect(session.memberId).toBe(member.id);
    expect(await refusal(keepAccount(visitor(), { codeId }))).toBe('code-expired');
  });

  it('lets no new owner of the number into an account that has an address or a provider', async () => {
    const member = await withPhone(phone, { provedAt: longAgo(), email: 'mei@example.org', confirmed: true });
    const codeId = await proved();
    expect(await refusal(keepAccount(visitor(), { codeId }))).toBe('phone-old');
    await db.member.update({ where: { id: member.id }, data: { email: null, emailVerifiedAt: null } });
    const account = { provider: 'wechat', providerId: 'x', memberId: member.id, createdAt: clock() };
    await db.signInAccount.create({ data: account });
    expect(await refusal(keepAccount(visitor(), { codeId }))).toBe('phone-old');
    expect(await db.phoneCode.count({ where: { usedAt: null } })).toBe(1);
  });

  it('does not ask in a browser that the number signed in with before', async () => {
    const member = await withPhone(phone, { provedAt: longAgo(), email: 'mei@example.org', confirmed: true });
    const { codeId, code } = await asked();
    const device = makeDevice(phoneDevice(phone, member.id), 1);
    expect(await enterWithCode(visitor(), { codeId, code, device })).toMatchObject({
      to: 'account',
      memberId: member.id,
    });
  });

  it('asks in a browser of who had the number before the account that has it now', async () => {
    const before = await makeMember();
    await withPhone(phone, { provedAt: longAgo(), email: 'mei@example.org', confirmed: true });
    const { codeId, code } = await asked();
    const device = makeDevice(phoneDevice(phone, before.id), 1);
    expect(await enterWithCode(visitor(), { codeId, code, device })).toEqual({ to: 'question' });
  });

  it('goes to its new owner, who starts afresh; the account before is told and kept', async () => {
    const before = await withPhone(phone, { provedAt: longAgo(), email: 'old@example.org', confirmed: true });
    const session = await joinWithPhone(visitor(), { codeId: await proved(), ...wish });
    expect(await holder()).toMatchObject({ id: session.memberId, handle: 'mei' });
    expect(await db.member.findUniqueOrThrow({ where: { id: before.id } })).toMatchObject({
      phone: null,
      phoneProvedAt: null,
      email: 'old@example.org',
    });
    const [event] = await db.event.findMany({ where: { name: 'phone.changed' } });
    expect(event!.payload).toEqual({ memberId: before.id, change: 'lost' });
    const acts = await db.auditEntry.findMany({ where: { act: 'member.losePhone' } });
    expect(acts.map(({ subjectId }) => subjectId)).toEqual([before.id]);
    expect(JSON.stringify([event, acts])).not.toContain('138');
  });

  it('goes to nobody while its proof is young', async () => {
    await withPhone(phone, { provedAt: longAgo() });
    const codeId = await proved();
    await db.member.updateMany({ where: { phone }, data: { phoneProvedAt: clock() } });
    expect(await refusal(joinWithPhone(visitor(), { codeId, ...wish }))).toBe('code-expired');
  });

  it('leads nowhere by a code that was sent before all sessions were ended', async () => {
    const member = await withPhone(phone);
    const { codeId, code } = await asked();
    await transact(endSessions)(member, { memberId: member.id });
    expect(await refusal(enterWithCode(visitor(), { codeId, code }))).toBe('code-expired');
  });
});
