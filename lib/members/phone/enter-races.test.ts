/** What two browsers do with one number at once; each guard with its control. */
import { describe, expect, it } from 'vitest';
import { transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { truncateAll } from '@/tests/support/database';
import { meeting } from '@/tests/support/meeting';
import { askAndRead, openTo, visitor, withPhone } from '@/tests/support/phones';
import { refusal } from '@/tests/support/refusal';
import { enterByPhone, joinByPhone, markPhoneProved, tryPhoneCode } from '../commands';
import { enterWithCode, joinWithPhone, keepAccount } from './enter';
import { useFakeSms } from '@/tests/support/use-fake-sms';

const phone = '+8613800138000';
const wish = { name: 'Mei', handle: 'mei', locale: 'zh' };
const longAgo = () => after(clock(), -46 * day);

const sms = useFakeSms();

const asked = (at = 7) => askAndRead(sms.fake, phone, { at });

/** A number that was proved and waits to be told whose it is. */
async function proved(at = 7): Promise<string> {
  const { codeId, code } = await asked(at);
  await enterWithCode(visitor(), { codeId, code });
  return codeId;
}

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
      const { codeId } = await askAndRead(sms.fake, `+861380013800${round}`);
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
