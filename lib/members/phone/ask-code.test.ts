import { describe, expect, it, vi } from 'vitest';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { after, clock, minute, second } from '@/lib/core/time';
import { makeMember } from '@/tests/support/factories';
import { withoutSms } from '@/tests/support/fake-sms';
import { ask, askAndRead, visitor, withPhone } from '@/tests/support/phones';
import { refusal } from '@/tests/support/refusal';
import { solveWork } from '@/tests/support/solve-work';
import { tryPhoneCode } from '../commands';
import { makeDevice } from '../device';
import { askOwnCode, askPhoneCode, askWork, resendPhoneCode } from './ask-code';
import { phoneDevice } from './known-browser';
import { spendOnPhone } from './spend';
import { useFakeSms } from '@/tests/support/use-fake-sms';

const phone = '+8613800138000';
const numbered = (at: number) => `+86138${String(10_000_000 + at * 1_013).slice(0, 8)}`;
const start = new Date('2026-11-30T08:00:00Z');

const sms = useFakeSms();

describe('a code to a phone', () => {
  it('is sent, kept as a digest alone, and the same for a number that an account has', async () => {
    await withPhone(phone);
    await ask(phone);
    await ask('+8613800138999', { at: 8 });
    expect(sms.fake.sent.map(({ to }) => to)).toEqual([phone, '+8613800138999']);
    const rows = await db.phoneCode.findMany({ orderBy: { createdAt: 'asc' } });
    expect(rows.map(({ memberId, purpose }) => [memberId, purpose])).toEqual([
      [null, 'ENTER'],
      [null, 'ENTER'],
    ]);
    for (const { code } of sms.fake.sent) {
      expect(code).toMatch(/^\d{6}$/);
      expect(JSON.stringify([rows, await db.event.findMany()])).not.toContain(code);
    }
  });

  it('says in English and Chinese whose it is, and to browsers which host it is for', async () => {
    await ask('+12025550123', { country: 'US' });
    expect(sms.fake.sent.at(-1)!.text).toMatch(/: \d{6} is your code, good for 10 minutes\..*\n\n@localhost #\d{6}$/s);
    const proof = solveWork(await askWork(visitor()));
    await askPhoneCode(visitor(), { phone: '+12025550124', country: 'US', proof, locale: 'zh' });
    expect(sms.fake.sent.at(-1)!.text).toMatch(/^【.+】验证码 \d{6}，10 分钟内有效/);
  });

  it('is refused where no provider is set up, where none is of a mobile phone, and where the shop sends none', async () => {
    expect(await refusal(ask('010 6552 9988'))).toBe('phone-invalid');
    expect(await refusal(ask('+1 876 555 1234'))).toBe('phone-country');
    expect(await refusal(ask('0151 23456789', { country: 'DE' }))).toBe('phone-country');
    withoutSms();
    expect(await refusal(ask(phone))).toBe('phone-off');
    expect(sms.fake.sent).toEqual([]);
    expect(await db.phoneCode.count()).toBe(0);
  });

  it('that no provider takes is over, says so, and names no number in the log', async () => {
    const lines: unknown[] = [];
    const spies = (['info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(log, level).mockImplementation((...words: unknown[]) => void lines.push(words)),
    );
    sms.fake.refusal = { status: 200, body: { Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: `${phone} is none` } };
    expect(await refusal(ask(phone))).toBe('phone-unreachable');
    sms.fake.refusal = { status: 200, body: { Code: 'isv.AMOUNT_NOT_ENOUGH', Message: `${phone} x` } };
    expect(await refusal(ask(numbered(2)))).toBe('sms-failed');
    spies.forEach((spy) => spy.mockRestore());
    expect(await db.phoneCode.count({ where: { usedAt: null } })).toBe(0);
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toContain('138');
    expect(JSON.stringify(await db.rateBucket.findMany())).not.toContain('138');
  });

  it('takes work of the browser, which is good once and for ten minutes', async () => {
    const asking = (proof: string, now = clock()) =>
      refusal(
        askPhoneCode(
          visitor(),
          { phone: numbered(Math.floor(Math.random() * 9_000)), country: 'CN', proof, locale: 'en' },
          { now },
        ),
      );
    expect(await asking('')).toBe('phone-work');
    expect(await asking('x'.repeat(3_000))).toBe('phone-work');
    const proof = solveWork(await askWork(visitor()));
    expect(await asking(proof)).toBe('done');
    expect(await asking(proof)).toBe('phone-work');
    // altcha digests salt and number side by side: what moves a digit over is the same work.
    const said = JSON.parse(Buffer.from(proof, 'base64').toString()) as { salt: string; number: number };
    const digits = String(said.number);
    const moved = { ...said, salt: said.salt + digits.slice(0, 1), number: Number(digits.slice(1)) };
    expect(await asking(Buffer.from(JSON.stringify(moved)).toString('base64'))).toBe('phone-work');
    const old = solveWork(await askWork(visitor(), { now: after(clock(), -11 * minute) }));
    expect(await asking(old)).toBe('phone-work');
    expect(sms.fake.sent).toHaveLength(1);
  });

  it('with one solution sent by many at once is sent once', async () => {
    const proof = solveWork(await askWork(visitor()));
    const answers = await Promise.all(
      [1, 2, 3, 4].map((at) =>
        refusal(askPhoneCode(visitor(at), { phone: numbered(at), country: 'CN', proof, locale: 'en' })),
      ),
    );
    expect(answers.toSorted()).toEqual(['done', 'phone-work', 'phone-work', 'phone-work']);
    expect(sms.fake.sent).toHaveLength(1);
  });

  it('takes five attempts, also of many that come at once, and then not the right one either', async () => {
    const { codeId, code } = await askAndRead(sms.fake, phone);
    const wrong = code === '000000' ? '000001' : '000000';
    const attempt = (typed: string) => transact(tryPhoneCode)(visitor(), { codeId, purpose: 'ENTER', code: typed });
    const tried = await Promise.all(Array.from({ length: 12 }, () => attempt(wrong)));
    expect(tried.filter((each) => each === 'wrong')).toHaveLength(5);
    expect(tried.filter((each) => each === 'gone')).toHaveLength(7);
    expect(await attempt(code)).toBe('gone');
  });
});

describe('another code', () => {
  it('goes to the same number alone, and ends the one before', async () => {
    const first = await ask(phone, { now: start });
    const again = async (now: Date) =>
      resendPhoneCode(
        visitor(),
        { codeId: first.codeId, proof: solveWork(await askWork(visitor(), { now })), locale: 'en' },
        { now },
      );
    expect(await refusal(again(after(start, 10 * second)))).toBe('rate-limited');
    const second_ = await again(after(start, minute + second));
    expect(sms.fake.sent.map(({ to }) => to)).toEqual([phone, phone]);
    const rows = await db.phoneCode.findMany({ select: { id: true, usedAt: true } });
    expect(rows.find(({ id }) => id === first.codeId)!.usedAt).not.toBeNull();
    expect(rows.find(({ id }) => id === second_.codeId)!.usedAt).toBeNull();
    expect(await refusal(again(after(start, 5 * minute)))).toBe('code-expired');
  });
});

it('is sent to its owner whose browser is known, though strangers used up what their number may have', async () => {
  const owner = { ...(await withPhone(phone)), ip: '192.0.2.250' };
  for (let at = 0; at < 16; at += 1) await refusal(spendOnPhone(visitor(at), phone, clock()));
  expect(await refusal(askOwnCode(owner))).toBe('rate-limited');
  const device = makeDevice(phoneDevice(phone, owner.id), 1);
  expect(await refusal(askOwnCode(owner, { device }))).toBe('done');
  expect(sms.fake.sent.map(({ to }) => to)).toEqual([phone]);
});

it('stands in for a password of who has none alone', async () => {
  const bare = await withPhone(phone);
  await askOwnCode(bare);
  expect(sms.fake.sent.map(({ to }) => to)).toEqual([phone]);
  const other = await withPhone('+8613800138001', { password: 'wooden spoon rain' });
  expect(await refusal(askOwnCode(other))).toBe('phone-off');
  expect(await refusal(askOwnCode(await makeMember()))).toBe('phone-off');
});
