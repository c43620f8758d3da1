import { describe, expect, it } from 'vitest';

import { firstCalendar } from './calendar';
import { arrival, arrivalOfSent, type DeliveryCalendar } from './delivery';

const { week } = firstCalendar;
const inZone = (zone: string, more: Partial<DeliveryCalendar['hours']> = {}): DeliveryCalendar => ({
  hours: { zone, week, ...more },
  carriers: { week, days: more.days },
});
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
const comes = (at: string, packing: number, days: [number, number], calendar = inZone('UTC')) =>
  arrival(new Date(at), { packing, days }, calendar)?.map(dayOf) ?? null;

// 1 December 2026 is a Tuesday.
describe('when a parcel comes', () => {
  it.each([
    ['2026-12-01T10:00:00Z', 0, [0, 0], ['2026-12-01', '2026-12-01']],
    ['2026-12-01T10:00:00Z', 2, [2, 5], ['2026-12-03', '2026-12-10']],
    ['2026-12-04T10:00:00Z', 1, [0, 1], ['2026-12-04', '2026-12-08']],
    ['2026-12-05T10:00:00Z', 0, [0, 1], ['2026-12-07', '2026-12-08']],
    ['2028-02-28T10:00:00Z', 0, [2, 2], ['2028-03-01', '2028-03-01']],
  ] as const)('ordered at %s, packed within %i days', (at, packing, days, expected) => {
    expect(comes(at, packing, [...days])).toEqual(expected);
  });

  it('counts what is ordered after the last hour of a day for the next one', () => {
    expect(comes('2026-12-04T17:59:59Z', 0, [0, 0])).toEqual(['2026-12-04', '2026-12-04']);
    expect(comes('2026-12-04T18:00:00Z', 0, [0, 0])).toEqual(['2026-12-07', '2026-12-07']);
  });

  it('counts the days that the shop has, wherever a reader is', () => {
    // Late on a Friday in New York, when it is Saturday in UTC and in Shanghai.
    const friday = '2026-12-05T02:00:00Z';
    const always = [[0, 1_440]] as const;
    const from = (zone: string) =>
      comes(friday, 0, [1, 1], inZone(zone, { week: [...week.slice(0, 4), always, [], []] }));
    expect(from('America/New_York')).toEqual(['2026-12-07', '2026-12-07']);
    expect([from('UTC'), from('Asia/Shanghai')]).toEqual([
      ['2026-12-08', '2026-12-08'],
      ['2026-12-08', '2026-12-08'],
    ]);
  });

  it('passes over holidays of the shop and of its carriers, and never comes from a shop that is always closed', () => {
    const christmas = { '2026-12-25': [], '2026-12-28': [] };
    expect(comes('2026-12-23T10:00:00Z', 2, [1, 1], inZone('UTC', { days: christmas }))).toEqual([
      '2026-12-24',
      '2026-12-30',
    ]);
    expect(comes('2026-12-23T10:00:00Z', 0, [1, 1], inZone('UTC', { week: [] }))).toBeNull();
  });

  it('is counted by the days of the carrier once it has left', () => {
    const sent = arrivalOfSent(new Date('2026-12-24T10:00:00Z'), [1, 2], inZone('UTC', { days: { '2026-12-25': [] } }));
    expect(sent?.map(dayOf)).toEqual(['2026-12-28', '2026-12-29']);
  });
});
