import { expect, it } from 'vitest';

import { afterWorkingDays, arrival } from './working-days';

const on = (text: string) => new Date(`${text}T00:00:00Z`);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

// 1 December 2026 is a Tuesday.
it.each([
  ['2026-12-01', 0, '2026-12-01'],
  ['2026-12-01', 1, '2026-12-02'],
  ['2026-12-01', 3, '2026-12-04'],
  ['2026-12-01', 4, '2026-12-07'],
  ['2026-12-04', 1, '2026-12-07'],
  ['2026-12-05', 0, '2026-12-07'],
  ['2026-12-05', 1, '2026-12-08'],
  ['2026-12-06', 5, '2026-12-14'],
  ['2026-12-30', 3, '2027-01-04'],
  ['2028-02-28', 2, '2028-03-01'],
])('from %s on, %i working days end on %s', (from, count, to) => {
  expect(dayOf(afterWorkingDays(on(from), count))).toBe(to);
});

it('is a working day, and later the more days it takes', () => {
  for (let start = 0; start < 14; start += 1) {
    const from = new Date(on('2026-12-01').getTime() + start * 86_400_000 + 43_000_000);
    const days = Array.from({ length: 30 }, (_, count) => afterWorkingDays(from, count));
    for (const [at, day] of days.entries()) {
      expect([1, 2, 3, 4, 5]).toContain(day.getUTCDay());
      if (at > 0) expect(day.getTime()).toBeGreaterThan(days[at - 1]!.getTime());
    }
  }
});

it('gives the days between which a parcel arrives', () => {
  expect(arrival(on('2026-12-01'), [3, 7], 'UTC').map(dayOf)).toEqual(['2026-12-04', '2026-12-10']);
});

it('counts from the day that the shop has, wherever a reader is', () => {
  // Late on a Friday in New York, when it is Saturday in UTC and in Shanghai.
  const friday = new Date('2026-12-05T02:00:00Z');
  const from = (zone: string) => arrival(friday, [1, 1], zone).map(dayOf)[0];
  expect(from('America/New_York')).toBe('2026-12-07');
  // From a Saturday on, the Monday is the first day, and the Tuesday the one after.
  expect([from('UTC'), from('Asia/Shanghai')]).toEqual(['2026-12-08', '2026-12-08']);
});
