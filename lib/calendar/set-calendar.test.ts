import { beforeEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { typedHours } from '@/lib/core/hours-words';
import { readSettings } from '@/lib/core/shop-settings';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal, refused } from '@/tests/support/refusal';

import { setCalendar } from './commands';
import { daysAheadOf } from './days-ahead';
import { publicDays } from './public-days';
import { readDeliveryCalendar } from './read-calendar';
import { calendarInput } from './schema';
import { shopCalendar } from './shop-calendar';

const save = transact(setCalendar);
const yearOf = (year: number) => ({ from: `${year}-01-01`, until: `${year}-12-31` });
const form = (more: Record<string, string> = {}) => ({ shown: '0', 'week.0': '9-12, 13:30–18', ...more });
const input = (more: Record<string, string> = {}) => calendarInput.parse(form(more));
const faults = (more: Record<string, string>) =>
  calendarInput.safeParse(form(more)).error?.issues.map(({ path, message }) => [path.join('.'), message]);
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

describe('the form of the calendar', () => {
  it.each([
    ['9-12, 13:30–18', '09:00–12:00, 13:30–18:00'],
    ['９：００－１２：００，13.30 至 18.00', '09:00–12:00, 13:30–18:00'],
    ['0–24', '00:00–24:00'],
    ['', ''],
  ])('reads %s', (typed, shown) => {
    expect(typedHours(input({ 'week.1': typed }).week[1]!)).toBe(shown);
  });

  it.each([
    [{ 'week.2': 'nine to five' }, ['week.2', 'code:hours-unclear']],
    [{ 'week.2': '9-25' }, ['week.2', 'code:hours-unclear']],
    [{ 'week.2': '12-9' }, ['week.2', 'code:hours-order']],
    [{ 'week.2': '9-12, 11-13' }, ['week.2', 'code:hours-order']],
    [{ 'week.2': '1-2,3-4,5-6,7-8,9-10' }, ['week.2', expect.anything()]],
    [{ country: 'X1' }, ['country', 'code:bad-value']],
    [{ 'ranges.3.from': '2026-13-01' }, ['ranges.3.from', 'code:bad-date']],
    [{ 'ranges.3.from': '2026-12-05', 'ranges.3.until': '2026-12-01' }, ['ranges.3.until', 'code:days-order']],
    [{ 'ranges.3.from': '2026-01-01', 'ranges.3.until': '2027-01-01' }, ['ranges.3.until', 'code:days-order']],
    [{ 'ranges.0.name': 'Nothing else' }, ['ranges.0.from', 'code:bad-date']],
  ])('refuses %o at its field', (more, fault) => {
    expect(faults(more)).toContainEqual(fault);
  });

  it('leaves out rows in which nothing stands, and takes one day for a range that ends nowhere', () => {
    const more = {
      'ranges.0.from': '',
      'ranges.0.kind': 'closed',
      'ranges.7.from': '2026-12-24',
      'ranges.7.kind': 'worked',
    };
    expect(input(more).ranges).toEqual([{ from: '2026-12-24', until: '2026-12-24', worked: true, name: '' }]);
  });
});

describe('the calendar of the shop', () => {
  it('is saved by who may, in the version that was seen, with hours and a place that is known', async () => {
    expect(await refusal(save(guest, input()))).toBe('forbidden');
    expect(await refusal(save(await makeMember(), input()))).toBe('forbidden');
    await save(admin, input({ country: 'de', region: 'BY' }));
    expect(await readSettings(shopCalendar)).toMatchObject({ version: 1, holidays: { country: 'DE', region: 'BY' } });
    expect(await refused(save(admin, input()))).toMatchObject({
      code: 'settings-changed',
      detail: { values: { name: 'Ada' } },
    });
    const second = (more: Record<string, string>) => refused(save(admin, input({ shown: '1', ...more })));
    expect(await second({ 'week.0': '' })).toMatchObject({ code: 'never-worked' });
    expect(await second({ country: 'QQ' })).toMatchObject({ code: 'holidays-unknown', detail: { field: 'country' } });
    expect(await second({ country: 'DE', region: 'CA' })).toMatchObject({ detail: { field: 'region' } });
  });

  it('is kept by one of two who save at once', async () => {
    const ends = await Promise.all([1, 2, 3].map((day) => refusal(save(admin, input({ [`week.${day}`]: '9-17' })))));
    expect(ends.toSorted()).toEqual(['done', 'settings-changed', 'settings-changed']);
  });

  it('counts holidays, days worked in exchange, and over both what staff set apart', async () => {
    const now = new Date('2026-02-10T02:00:00Z');
    const own = { 'ranges.0.from': '2026-02-17', 'ranges.0.kind': 'worked', 'ranges.0.name': 'Support' };
    await save(admin, input({ country: 'CN', ...own }));
    const { hours, carriers } = await readDeliveryCalendar({ ...reading(), now }, 'Asia/Shanghai');
    const usual = [
      [540, 720],
      [810, 1_080],
    ];
    expect(hours.days).toMatchObject({ '2026-02-14': usual, '2026-02-16': [], '2026-02-17': usual });
    expect(carriers.days).toMatchObject({ '2026-02-16': [], '2026-02-17': [] });
    expect(carriers.days).not.toHaveProperty('2026-02-14');
    expect(JSON.stringify({ hours, carriers }).length).toBeLessThan(8_000);
    const ahead = await daysAheadOf(await readSettings(shopCalendar), '2026-02-10');
    expect(ahead.slice(0, 4).map(({ date, worked }) => [date, worked])).toEqual([
      ['2026-02-14', true],
      ['2026-02-15', false],
      ['2026-02-16', false],
      ['2026-02-17', true],
    ]);
  });

  it.each([
    ['VN', ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']],
    ['AE', ['2026-05-27', '2026-05-28', '2026-05-29']],
  ])('knows every day of a holiday of several days in %s', async (country, dates) => {
    const days = (await publicDays({ country, region: '' }, yearOf(2026))).map(({ date }) => date);
    expect(days).toEqual(expect.arrayContaining(dates));
    expect(new Set(days).size).toBe(days.length);
    const next = new Date(Date.parse(dates.at(-1)!) + 86_400_000).toISOString().slice(0, 10);
    expect(days).not.toContain(next);
  });

  it('knows the holidays by law of a Chinese year whose exchanged days are not announced, and those of a region', async () => {
    const china = await publicDays({ country: 'CN', region: '' }, yearOf(2031));
    expect(china.map(({ date }) => date)).toEqual(expect.arrayContaining(['2031-01-01', '2031-10-01']));
    expect(china.every(({ worked }) => !worked)).toBe(true);
    // Children have the first of June off, and nobody else.
    expect(china.map(({ date }) => date)).not.toContain('2031-06-01');
    expect(china.map(({ name }) => name.zh)).toContain('清明节');
    const bavaria = await publicDays({ country: 'DE', region: 'BY' }, yearOf(2026));
    const germany = await publicDays({ country: 'DE', region: '' }, yearOf(2026));
    expect(bavaria.map(({ name }) => name.en)).toContain('Epiphany');
    expect(germany.map(({ name }) => name.en)).not.toContain('Epiphany');
  });
});
