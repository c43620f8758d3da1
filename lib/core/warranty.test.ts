import fc from 'fast-check';
import { expect, it } from 'vitest';

import { warrantyAt } from './warranty';

const lastDay = (at: string, months: number, zone = 'UTC') =>
  warrantyAt({ deliveredAt: new Date(at), months, zone }, new Date()).lastDay;

it('ends a warranty with the day of the same number, or the month’s last, in the days of its zone', () => {
  expect(lastDay('2026-03-10T08:00:00Z', 24)).toBe('2028-03-10');
  expect(lastDay('2026-01-31T08:00:00Z', 1)).toBe('2026-02-28');
  expect(lastDay('2027-08-31T08:00:00Z', 6)).toBe('2028-02-29');
  expect(lastDay('2026-12-31T08:00:00Z', 12)).toBe('2027-12-31');
  // One moment is two days: late in the evening in New York, the next morning in Shanghai.
  expect(lastDay('2026-05-01T01:00:00Z', 12, 'America/New_York')).toBe('2027-04-30');
  expect(lastDay('2026-05-01T01:00:00Z', 12, 'Asia/Shanghai')).toBe('2027-05-01');
});

it('holds a warranty through its last day there, and not on the next', () => {
  const terms = { deliveredAt: new Date('2026-03-10T08:00:00Z'), months: 24, zone: 'Europe/Berlin' };
  expect(warrantyAt(terms, new Date('2028-03-10T22:59:00Z')).holds).toBe(true);
  expect(warrantyAt(terms, new Date('2028-03-10T23:00:00Z')).holds).toBe(false);
});

it('never shortens a warranty by adding months', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 239 }),
      (at, months) => lastDay(at.toISOString(), months) < lastDay(at.toISOString(), months + 1),
    ),
  );
});
