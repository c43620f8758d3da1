import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dayInZone, localIn } from '@/lib/core/zoned-time';

import { afterWorkingDays, type Window, type WorkingHours } from './working-days';
import { addWorking, workingBetween } from './working-time';

const hour = 3_600_000;
const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const between = (...times: string[]): Window[] => {
  const windows: Window[] = [];
  for (let at = 0; at < times.length; at += 2) windows.push([clock(times[at]!), clock(times[at + 1]!)]);
  return windows;
};
const always: Window[] = [[0, 1_440]];
const local = (zone: string, text: string) => {
  const guess = new Date(`${text}:00Z`);
  return new Date(guess.getTime() - (Date.parse(`${localIn(zone, guess)}:00Z`) - guess.getTime()));
};

// Monday to Friday, with a break at noon.
const office = between('09:00', '12:00', '13:30', '18:00');
const week = [office, office, office, office, office, [], []];
const festival = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`2026-02-${15 + at}`, [] as Window[]]));

describe('working time', () => {
  it('knows the weekend that is worked before the Spring Festival, and is ten days wrong without it', () => {
    const zone = 'Asia/Shanghai';
    const from = local(zone, '2026-02-13T17:00');
    const end = (days: WorkingHours['days']) => localIn(zone, addWorking({ zone, week, days }, from, 4 * hour)!);
    expect(end({ ...festival, '2026-02-14': office })).toBe('2026-02-14T12:00');
    expect(end(festival)).toBe('2026-02-24T12:00');
  });

  it('has 23 hours on the day on which a clock is put forward, and 25 on which it is put back', () => {
    const hours = { zone: 'Europe/Berlin', week: Array.from({ length: 7 }, () => always) };
    const after = (text: string) => localIn(hours.zone, addWorking(hours, local(hours.zone, text), 24 * hour)!);
    expect(after('2026-03-28T12:00')).toBe('2026-03-29T13:00');
    expect(after('2026-10-24T12:00')).toBe('2026-10-25T11:00');
    const day = (from: string, until: string) =>
      workingBetween(hours, local(hours.zone, from), local(hours.zone, until)) / hour;
    expect(day('2026-03-29T00:00', '2026-03-30T00:00')).toBe(23);
    expect(day('2026-10-25T00:00', '2026-10-26T00:00')).toBe(25);
  });

  it('ends with a window where it ends, begins with the next one, and never without hours', () => {
    const hours = { zone: 'UTC', week };
    const end = (from: string, ms: number) => addWorking(hours, new Date(from), ms)?.toISOString();
    expect(end('2026-12-01T09:00:00Z', 3 * hour)).toBe('2026-12-01T12:00:00.000Z');
    expect(end('2026-12-01T12:30:00Z', 1)).toBe('2026-12-01T13:30:00.001Z');
    expect(end('2026-12-04T18:00:00Z', 1)).toBe('2026-12-07T09:00:00.001Z');
    expect(end('2026-12-04T20:00:00Z', 0)).toBe('2026-12-04T20:00:00.000Z');
    expect(addWorking({ zone: 'UTC', week: [] }, new Date(), 1)).toBeNull();
    expect(workingBetween(hours, new Date('2026-12-02T00:00:00Z'), new Date('2026-12-01T00:00:00Z'))).toBe(-7.5 * hour);
  });

  it('counts days that are worked', () => {
    const days = { ...festival, '2026-02-14': office };
    const after = (from: string, count: number) => afterWorkingDays({ week, days }, from, count);
    expect([0, 1, 2].map((count) => after('2026-02-13', count))).toEqual(['2026-02-13', '2026-02-14', '2026-02-24']);
    expect(after('2026-02-15', 0)).toBe('2026-02-24');
    expect(afterWorkingDays({ week: [] }, '2026-02-15', 0)).toBeNull();
  });
});

// Zones with two clocks a year, half hours, a day that was left out (Apia, 30 December 2011), and half an hour of summer time (Lord Howe).
const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe'];
const zone = fc.constantFrom(...zones, 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo');
const windows = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 6 }).map((minutes) => {
  const sorted = minutes.toSorted((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, at): Window => [
    sorted[2 * at]!,
    sorted[2 * at + 1]!,
  ]);
});
const worked = fc.array(fc.oneof(windows, fc.constant([]), fc.constant(always)), { minLength: 7, maxLength: 7 });
const moment = fc.date({ min: new Date('2011-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });

describe('for every calendar, zone and change of clocks', () => {
  const runs = { numRuns: process.env.SOAK ? 3_000 : 150 };

  it('so much time is worked until it is done as was to be done', () => {
    const amount = fc.integer({ min: 0, max: 200 * hour });
    fc.assert(
      fc.property(zone, worked, moment, amount, (name, days, from, ms) => {
        const hours = { zone: name, week: days };
        const end = addWorking(hours, from, ms);
        if (end) expect(workingBetween(hours, from, end)).toBe(ms);
        else expect(days.flat().every(([begins, ends]) => ends - begins < 60)).toBe(true);
      }),
      runs,
    );
  });

  it('what is worked in two parts is worked in all, and none of it twice', () => {
    const span = fc.integer({ min: 0, max: 20 * 24 * hour });
    fc.assert(
      fc.property(zone, worked, moment, span, span, (name, days, from, one, two) => {
        const hours = { zone: name, week: days };
        const [middle, end] = [new Date(from.getTime() + one), new Date(from.getTime() + one + two)];
        const parts = workingBetween(hours, from, middle) + workingBetween(hours, middle, end);
        expect(parts).toBe(workingBetween(hours, from, end));
        expect(parts).toBeLessThanOrEqual(one + two);
        expect(dayInZone(name, middle) <= dayInZone(name, end)).toBe(true);
      }),
      runs,
    );
  });
});
