import { beforeEach, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { setOpening } from '@/lib/brand/commands';
import { makeMember } from '@/tests/support/factories';
import { truncateAll } from '@/tests/support/database';

import { tellOpened } from './tell-opened';

const now = clock();
const ago = (minutes: number) => after(now, -minutes * minute);

beforeEach(truncateAll);

async function open(...states: [open: boolean, at: Date, line?: string][]): Promise<void> {
  const admin = await makeMember({ roles: ['ADMIN'] });
  for (const [shown, [isOpen, at, line = '']] of states.entries())
    await transact(setOpening)(admin, { shown, open: isOpen, line, lineZh: '', reason: '' }, { now: at });
}

const consent = (email: string, more: object = {}) =>
  db.newsConsent.create({
    data: { email, locale: 'en', wording: 'Tell me', askedAt: ago(60), confirmedAt: ago(50), ...more },
  });
const mailed = async () =>
  (await db.mail.findMany({ where: { kind: 'news.opened' }, select: { to: true } })).map(({ to }) => to).toSorted();

it('tells each confirmed address once, in its language, with the link by which it leaves', async () => {
  await open([true, ago(11)]);
  await consent('a@fans.test');
  await consent('b@fans.test', { locale: 'zh' });
  await consent('typed@fans.test', { confirmedAt: null });
  await consent('gone@fans.test', { leftAt: ago(5) });
  expect(await tellOpened(now)).toBe(2);
  expect(await tellOpened(now)).toBe(0);
  expect(await mailed()).toEqual(['a@fans.test', 'b@fans.test']);
  const chinese = await db.mail.findFirstOrThrow({ where: { to: 'b@fans.test' } });
  expect([chinese.locale, chinese.text]).toEqual(['zh', expect.stringMatching(/\/zh\/news\/leave\?key=/)]);
  expect(chinese.text).toContain(chinese.leave);
});

it.each<[string, [boolean, Date, string?][], number]>([
  ['nobody while the site was never open', [], 0],
  ['nobody in the first ten minutes, so that a mistake is told to none', [[true, ago(9)]], 0],
  [
    'nobody once it is closed again',
    [
      [true, ago(30)],
      [false, ago(20)],
    ],
    0,
  ],
  [
    'nobody in the first ten minutes after it was opened again',
    [
      [true, ago(30)],
      [false, ago(20)],
      [true, ago(5)],
    ],
    0,
  ],
  [
    'them although the line for guests was changed just now',
    [
      [true, ago(30)],
      [true, ago(1), 'Soon back'],
    ],
    1,
  ],
])('tells %s', async (_, states, count) => {
  await open(...states);
  await consent('a@fans.test');
  expect(await tellOpened(now)).toBe(count);
});

it('tells the others where one address cannot be mailed, and does not come back to that one', async () => {
  await open([true, ago(30)]);
  await consent('a@fans.test', { confirmedAt: ago(50) });
  const bad = await consent('b@fans.test', { confirmedAt: ago(40), locale: 'xx' });
  await consent('c@fans.test', { confirmedAt: ago(30) });
  expect(await tellOpened(now)).toBe(2);
  expect(await mailed()).toEqual(['a@fans.test', 'c@fans.test']);
  expect((await db.newsConsent.findUniqueOrThrow({ where: { id: bad.id } })).toldAt).toEqual(now);
  expect(await tellOpened(now)).toBe(0);
});

it('tells each once where several workers tell at once, more than one batch of them', async () => {
  await open([true, ago(30)]);
  const emails = Array.from({ length: 130 }, (_, at) => `fan${at}@fans.test`);
  await db.newsConsent.createMany({
    data: emails.map((email) => ({ email, locale: 'en', wording: 'Tell me', askedAt: ago(60), confirmedAt: ago(50) })),
  });
  const told = await Promise.all([1, 2, 3].map(() => tellOpened(now)));
  expect(told.reduce((sum, each) => sum + each)).toBe(130);
  expect(await mailed()).toEqual(emails.toSorted());
});
