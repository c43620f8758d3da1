/** What messages to phones may cost, and whom nobody locks out. */
import { describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { after, day, hour, minute, second } from '@/lib/core/time';
import { openTo, visitor, withPhone } from '@/tests/support/phones';
import { refusal } from '@/tests/support/refusal';
import { makeDevice } from '../device';
import { phoneDevice } from './known-browser';
import { spendOnPhone } from './spend';
import { useFakeSms } from '@/tests/support/use-fake-sms';

const phone = '+8613800138000';
const numbered = (at: number) => `+86138${String(10_000_000 + at * 1_013).slice(0, 8)}`;
const start = new Date('2026-11-30T08:00:00Z');
const tries = (count: number, work: (at: number) => Promise<unknown>) =>
  Array.from({ length: count }, (_, at) => at).reduce<Promise<string[]>>(
    async (before, at) => [...(await before), await refusal(work(at))],
    Promise.resolve([]),
  );

useFakeSms();

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
    const { id } = await withPhone(phone);
    const device = makeDevice(phoneDevice(phone, id), 1);
    expect(await refusal(use(phone, { at: 9, now }))).toBe('phone-spent');
    expect(await refusal(use(phone, { at: 9, now, device }))).toBe('done');
    // The proof of one number is none of another.
    expect(await refusal(use(numbered(77), { at: 9, now: after(now, second), device }))).toBe('phone-spent');
    expect(await refusal(use(numbered(78), { at: 9, now: after(start, day + second) }))).toBe('done');
  });

  it('lets nobody lock an owner out whose browser is known', async () => {
    await tries(16, (index) => use(phone, { at: index, now: after(start, index * second) }));
    const { id } = await withPhone(phone);
    const device = makeDevice(phoneDevice(phone, id), 1);
    expect(await refusal(use(phone, { at: 99, now: after(start, minute) }))).toBe('rate-limited');
    expect(await refusal(use(phone, { at: 99, device, now: after(start, minute) }))).toBe('done');
    expect(await refusal(use(phone, { at: 99, device, now: after(start, minute + second) }))).toBe('rate-limited');
    const more = await tries(6, (index) => use(phone, { device, now: after(start, (2 + index) * minute + second) }));
    expect(more.filter((answer) => answer === 'done')).toHaveLength(4);
    expect(await refusal(use(phone, { device, now: after(start, 2 * hour) }))).toBe('done');
  });

  it('is one for all browsers that an account knows, and none once its sessions ended', async () => {
    const { id } = await withPhone(phone);
    await tries(16, (index) => use(phone, { at: index, now: after(start, index * second) }));
    const browsers = (version: number) => (at: number) =>
      use(phone, { at: 99, device: makeDevice(phoneDevice(phone, id), version), now: after(start, (at + 1) * minute) });
    const answers = await tries(20, browsers(1));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(15);
    await db.member.update({ where: { id }, data: { sessionVersion: 2 } });
    expect(await refusal(browsers(1)(30))).toBe('rate-limited');
  });
});
