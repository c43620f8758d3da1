import { expect, it } from 'vitest';

import { daysUpTo } from './dashboard';

it('counts days by the calendar of the zone, each once, over a change of clocks too', () => {
  const dates = (now: string, zone: string) => daysUpTo(new Date(now), zone).dates;
  expect(dates('2026-11-29T08:00:00Z', 'UTC')).toEqual([...Array(14)].map((_, at) => `2026-11-${16 + at}`));
  expect(dates('2026-11-29T23:30:00Z', 'Asia/Shanghai').at(-1)).toBe('2026-11-30');
  expect(dates('2026-11-29T03:00:00Z', 'America/Los_Angeles').at(-1)).toBe('2026-11-28');
  // Berlin puts its clocks back in the night to 25 October.
  const berlin = dates('2026-10-25T23:30:00Z', 'Europe/Berlin');
  expect(berlin.at(-1)).toBe('2026-10-26');
  expect(new Set(berlin).size).toBe(14);
});

it('begins before the first day in every zone', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue', 'Europe/Berlin', 'UTC']) {
    const { since, dates } = daysUpTo(new Date('2026-11-29T08:00:00Z'), zone);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(since);
    expect(day < dates[0]!, zone).toBe(true);
  }
});
