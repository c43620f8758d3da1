/** Whose account a number leads into, also when two ask at once; each guard with its control. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, minute } from '@/lib/core/time';
import { actorOf } from '@/lib/server/actor';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { startFakeSms, useSms, withoutSms, type FakeSms } from '@/tests/support/fake-sms';
import { meeting } from '@/tests/support/meeting';
import { askAndRead, openTo, visitor, withPhone } from '@/tests/support/phones';
import { refusal, refused } from '@/tests/support/refusal';

import { endSessions, enterByPhone, joinByPhone, markPhoneProved, tryPhoneCode } from '../commands';
import { makeDevice } from '../device';
import { getWaitingPhone } from '../queries/phone';
import { enterWithCode, joinWithPhone, keepAccount } from './enter';
import { phoneDevice } from './spend';

const phone = '+8613800138000';
const wish = { name: 'Mei', handle: 'mei', locale: 'zh' };
const longAgo = () => after(clock(), -46 * day);
const lately = () => after(clock(), -44 * day);

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

const asked = (at = 7) => askAndRead(fake, phone, { at });
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
    const device = makeDevice(phoneDevice(phone));
    expect(await enterWithCode(visitor(), { codeId, code, device })).toMatchObject({
      to: 'account',
      memberId: member.id,
    });
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

describe('at once', () => {
  const rounds = 4;

  it('one code from two tabs opens one session', async () => {
    for (let round = 0; round < rounds; round += 1) {
      await truncateAll();
      await openTo(['CN']);
      await withPhone(phone);
      const { codeId } = await asked(round);
      const enter = () => refusal(transact(enterByPhone)(visitor(), { codeId, known: false }));
      expect((await Promise.all([enter(), enter()])).toSorted()).toEqual(['code-expired', 'done']);
    }
  });

  it('one code of a number that nobody has leads one tab on', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { codeId } = await askAndRead(fake, `+861380013800${round}`);
      const enter = () => refusal(transact(enterByPhone)(visitor(), { codeId, known: false }));
      expect((await Promise.all([enter(), enter()])).toSorted()).toEqual(['code-expired', 'done']);
    }
  });

  it('both would come in if the code were looked at and then marked (control)', async () => {
    const { codeId } = await asked();
    const met = meeting();
    const unguarded = transact(async (ctx: Ctx, input: { codeId: string }) => {
      await ctx.db.phoneCode.findFirstOrThrow({ where: { id: input.codeId, provedAt: null, usedAt: null } });
      await met();
      await ctx.db.phoneCode.update({ where: { id: input.codeId }, data: { provedAt: ctx.now } });
    });
    const enter = () => refusal(unguarded(visitor(), { codeId }));
    expect(await Promise.all([enter(), enter()])).toEqual(['done', 'done']);
    expect(await refusal(transact(markPhoneProved)(visitor(), { codeId, purpose: 'ENTER' }))).toBe('code-expired');
  });

  it('two browsers that proved one number make one member', async () => {
    for (let round = 0; round < rounds; round += 1) {
      await truncateAll();
      await openTo(['CN']);
      const codes = [await proved(round * 2), await proved(round * 2 + 1)];
      const answers = await Promise.all(
        codes.map((codeId, at) => refusal(transact(joinByPhone)(visitor(), { ...wish, codeId, handle: `mei${at}` }))),
      );
      expect(answers.toSorted()).toEqual(['code-expired', 'done']);
      expect(await db.member.count()).toBe(1);
    }
  });

  it('a number goes once, to who asks first, of its holder and its new owner', async () => {
    for (let round = 0; round < rounds; round += 1) {
      await truncateAll();
      await openTo(['CN']);
      await withPhone(phone, { provedAt: longAgo() });
      const [mine, theirs] = [await proved(round * 2), await proved(round * 2 + 1)];
      const answers = await Promise.all([
        refusal(keepAccount(visitor(), { codeId: mine })),
        refusal(joinWithPhone(visitor(), { codeId: theirs, ...wish })),
      ]);
      expect(answers.toSorted()).toEqual(['code-expired', 'done']);
    }
  });

  it('more guesses than are allowed are not counted as fewer (control: a count that is read and then written)', async () => {
    const { codeId } = await asked();
    const met = meeting(4);
    const unguarded = transact(async (ctx: Ctx, input: { codeId: string }) => {
      const { attempts } = await ctx.db.phoneCode.findUniqueOrThrow({ where: { id: input.codeId } });
      await met();
      await ctx.db.phoneCode.update({ where: { id: input.codeId }, data: { attempts: attempts + 1 } });
    });
    await Promise.all([1, 2, 3, 4].map(() => unguarded(visitor(), { codeId })));
    expect((await db.phoneCode.findUniqueOrThrow({ where: { id: codeId } })).attempts).toBe(1);
    const guess = () => transact(tryPhoneCode)(visitor(), { codeId, purpose: 'ENTER', code: 'x' });
    await Promise.all([1, 2, 3].map(guess));
    expect((await db.phoneCode.findUniqueOrThrow({ where: { id: codeId } })).attempts).toBe(4);
  });
});
