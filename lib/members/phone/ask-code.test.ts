/** What a message to a phone costs, and whom nobody locks out. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { after, clock, day, hour, minute, second } from '@/lib/core/time';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { startFakeSms, useSms, withoutSms, type FakeSms } from '@/tests/support/fake-sms';
import { makeMarket } from '@/tests/support/market';
import { ask, askAndRead, openTo, visitor, withPhone } from '@/tests/support/phones';
import { refusal } from '@/tests/support/refusal';
import { solveWork } from '@/tests/support/solve-work';

import { initialPhoneRule, phoneRuleInput } from '../choices/phone-rule';
import { setPhoneRule, tryPhoneCode } from '../commands';
import { makeDevice } from '../device';
import { askOwnCode, askPhoneCode, askWork, resendPhoneCode } from './ask-code';
import { countriesOpenBy, openCountries } from './open-countries';
import { checkSms, sendTestSms } from './set-up';
import { phoneDevice, spendOnPhone } from './spend';

const phone = '+8613800138000';
const numbered = (at: number) => `+86138${String(10_000_000 + at * 1_013).slice(0, 8)}`;
const start = new Date('2026-11-30T08:00:00Z');
const tries = (count: number, work: (at: number) => Promise<unknown>) =>
  Array.from({ length: count }, (_, at) => at).reduce<Promise<string[]>>(
    async (before, at) => [...(await before), await refusal(work(at))],
    Promise.resolve([]),
  );

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

describe('a code to a phone', () => {
  it('is sent, kept as a digest alone, and the same for a number that an account has', async () => {
    await withPhone(phone);
    await ask(phone);
    await ask('+8613800138999', { at: 8 });
    expect(fake.sent.map(({ to }) => to)).toEqual([phone, '+8613800138999']);
    const rows = await db.phoneCode.findMany({ orderBy: { createdAt: 'asc' } });
    expect(rows.map(({ memberId, purpose }) => [memberId, purpose])).toEqual([
      [null, 'ENTER'],
      [null, 'ENTER'],
    ]);
    for (const { code } of fake.sent) {
      expect(code).toMatch(/^\d{6}$/);
      expect(JSON.stringify([rows, await db.event.findMany()])).not.toContain(code);
    }
  });

  it('says in English and Chinese whose it is, and to browsers which host it is for', async () => {
    await ask('+12025550123', { country: 'US' });
    expect(fake.sent.at(-1)!.text).toMatch(/: \d{6} is your code, good for 10 minutes\..*\n\n@localhost #\d{6}$/s);
    const proof = solveWork(await askWork(visitor()));
    await askPhoneCode(visitor(), { phone: '+12025550124', country: 'US', proof, locale: 'zh' });
    expect(fake.sent.at(-1)!.text).toMatch(/^【.+】验证码 \d{6}，10 分钟内有效/);
  });

  it('is refused where no provider is set up, where none is of a mobile phone, and where the shop sends none', async () => {
    expect(await refusal(ask('010 6552 9988'))).toBe('phone-invalid');
    expect(await refusal(ask('+1 876 555 1234'))).toBe('phone-country');
    expect(await refusal(ask('0151 23456789', { country: 'DE' }))).toBe('phone-country');
    withoutSms();
    expect(await refusal(ask(phone))).toBe('phone-off');
    expect(fake.sent).toEqual([]);
    expect(await db.phoneCode.count()).toBe(0);
  });

  it('that no provider takes is over, says so, and names no number in the log', async () => {
    const lines: unknown[] = [];
    const spies = (['info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(log, level).mockImplementation((...words: unknown[]) => void lines.push(words)),
    );
    fake.refusal = { status: 200, body: { Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: `${phone} is none` } };
    expect(await refusal(ask(phone))).toBe('phone-unreachable');
    fake.refusal = { status: 200, body: { Code: 'isv.AMOUNT_NOT_ENOUGH', Message: `${phone} x` } };
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
    expect(fake.sent).toHaveLength(1);
  });

  it('with one solution sent by many at once is sent once', async () => {
    const proof = solveWork(await askWork(visitor()));
    const answers = await Promise.all(
      [1, 2, 3, 4].map((at) =>
        refusal(askPhoneCode(visitor(at), { phone: numbered(at), country: 'CN', proof, locale: 'en' })),
      ),
    );
    expect(answers.toSorted()).toEqual(['done', 'phone-work', 'phone-work', 'phone-work']);
    expect(fake.sent).toHaveLength(1);
  });

  it('takes five attempts, also of many that come at once, and then not the right one either', async () => {
    const { codeId, code } = await askAndRead(fake, phone);
    const wrong = code === '000000' ? '000001' : '000000';
    const attempt = (typed: string) => transact(tryPhoneCode)(visitor(), { codeId, purpose: 'ENTER', code: typed });
    const tried = await Promise.all(Array.from({ length: 12 }, () => attempt(wrong)));
    expect(tried.filter((each) => each === 'wrong')).toHaveLength(5);
    expect(tried.filter((each) => each === 'gone')).toHaveLength(7);
    expect(await attempt(code)).toBe('gone');
  });
});

describe('what codes may cost', () => {
  type Use = { at?: number; now: Date; device?: string };
  const use = (number: string, { at, now, device }: Use) => spendOnPhone(visitor(at), number, now, device);

  it('is bounded for a number from one network: one in a minute, five in an hour', async () => {
    const at = (seconds: number) => use(phone, { now: after(start, seconds * second) });
    expect(await tries(2, (index) => at(index * 30))).toEqual(['done', 'rate-limited']);
    expect(await tries(6, (index) => at(120 + index * 61))).toEqual([
      ...Array<string>(4).fill('done'),
      'rate-limited',
      'rate-limited',
    ]);
  });

  it('is bounded for a number from all networks, and for numbers that follow each other', async () => {
    const answers = await tries(16, (index) => use(phone, { at: index, now: after(start, index * minute) }));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(15);
    const range = await tries(20, (index) =>
      use(`+86138001380${String(10 + index)}`, { at: 30 + index, now: after(start, index * second) }),
    );
    // Fifteen of the range were used up by the one number.
    expect(range.filter((answer) => answer === 'done')).toHaveLength(15);
  });

  it('is bounded for a network', async () => {
    const answers = await tries(32, (index) => use(numbered(index), { now: after(start, index * second) }));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(30);
  });

  it('is bounded for all together, and a browser that signed in with its number before has its own share', async () => {
    await openTo(['CN'], 4);
    const spent = await tries(6, (index) => use(numbered(index), { at: index, now: after(start, index * second) }));
    expect(spent).toEqual([...Array<string>(4).fill('done'), 'phone-spent', 'phone-spent']);
    const now = after(start, minute);
    const device = makeDevice(phoneDevice(phone));
    expect(await refusal(use(phone, { at: 9, now }))).toBe('phone-spent');
    expect(await refusal(use(phone, { at: 9, now, device }))).toBe('done');
    // The proof of one number is none of another.
    expect(await refusal(use(numbered(77), { at: 9, now: after(now, second), device }))).toBe('phone-spent');
    expect(await refusal(use(numbered(78), { at: 9, now: after(start, day + second) }))).toBe('done');
  });

  it('lets nobody lock an owner out whose browser is known', async () => {
    await tries(16, (index) => use(phone, { at: index, now: after(start, index * second) }));
    const device = makeDevice(phoneDevice(phone));
    expect(await refusal(use(phone, { at: 99, now: after(start, minute) }))).toBe('rate-limited');
    expect(await refusal(use(phone, { at: 99, device, now: after(start, minute) }))).toBe('done');
    expect(await refusal(use(phone, { at: 99, device, now: after(start, minute + second) }))).toBe('rate-limited');
    const more = await tries(6, (index) => use(phone, { device, now: after(start, (2 + index) * minute + second) }));
    expect(more.filter((answer) => answer === 'done')).toHaveLength(4);
    expect(await refusal(use(phone, { device, now: after(start, 2 * hour) }))).toBe('done');
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
    expect(fake.sent.map(({ to }) => to)).toEqual([phone, phone]);
    const rows = await db.phoneCode.findMany({ select: { id: true, usedAt: true } });
    expect(rows.find(({ id }) => id === first.codeId)!.usedAt).not.toBeNull();
    expect(rows.find(({ id }) => id === second_.codeId)!.usedAt).toBeNull();
    expect(await refusal(again(after(start, 5 * minute)))).toBe('code-expired');
  });
});

describe('the countries', () => {
  it('are those that the shop ships to, until staff choose others, and those alone that a provider reaches', async () => {
    await truncateAll();
    await makeMarket();
    const { countries } = initialPhoneRule;
    const market = await countriesOpenBy({ countries });
    expect(market).toContain('DE');
    expect(market).not.toContain('NG');
    expect(await countriesOpenBy({ countries: ['CN', 'NG', 'XX', 'CN'] })).toEqual(['CN', 'NG']);
    useSms(fake, 'aliyun');
    expect(await countriesOpenBy({ countries: ['CN', 'NG'] })).toEqual(['CN']);
    withoutSms();
    expect(await openCountries()).toEqual([]);
  });

  it('are set by staff who may, with the version that they saw', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const rule = { countries: ['US'], perDay: 10, shown: 1 };
    expect(await refusal(transact(setPhoneRule)(await makeMember({ roles: ['SUPPORT'] }), rule))).toBe('forbidden');
    expect(await refusal(transact(setPhoneRule)(admin, rule))).toBe('done');
    expect(await refusal(transact(setPhoneRule)(admin, { ...rule, perDay: 11 }))).toBe('settings-changed');
    expect(await openCountries()).toEqual(['US']);
  });

  it('are read from a form as codes, however they are parted', () => {
    const read = (form: object) => phoneRuleInput.safeParse({ perDay: '20', shown: '0', where: 'chosen', ...form });
    expect(read({ countries: 'cn，us; DE\nUS' }).data?.countries).toEqual(['CN', 'DE', 'US']);
    expect(read({ countries: 'CN', where: 'market' }).data?.countries).toBeNull();
    expect(read({ countries: '' }).success).toBe(false);
    expect(read({ countries: 'CN', perDay: '0' }).success).toBe(false);
    expect(read({ countries: 'CN', perDay: '1e9' }).success).toBe(false);
  });
});

describe('the set-up, for staff', () => {
  it('is checked and tried by who may, within limits, and tells nobody a code that opens something', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const mod = await makeMember({ roles: ['MODERATOR'] });
    expect(await refusal(checkSms(mod))).toBe('forbidden');
    expect(await refusal(sendTestSms(mod, { phone, country: 'CN' }))).toBe('forbidden');
    expect(await checkSms(admin)).toEqual([
      { provider: 'aliyun', state: 'right' },
      { provider: 'twilio', state: 'right' },
    ]);
    expect(fake.sent).toEqual([]);
    await sendTestSms(admin, { phone, country: 'CN' });
    expect(fake.sent).toHaveLength(1);
    expect(await db.phoneCode.count()).toBe(0);
    expect(await refusal(sendTestSms(admin, { phone, country: 'CN' }))).toBe('rate-limited');
    withoutSms();
    expect(await refusal(checkSms(admin))).toBe('phone-off');
  });
});

it('stands in for a password of who has none alone', async () => {
  const bare = await withPhone(phone);
  await askOwnCode(bare);
  expect(fake.sent.map(({ to }) => to)).toEqual([phone]);
  const other = await withPhone('+8613800138001', { password: 'wooden spoon rain' });
  expect(await refusal(askOwnCode(other))).toBe('not-found');
  expect(await refusal(askOwnCode(await makeMember()))).toBe('not-found');
});
