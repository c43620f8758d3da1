import { describe, expect, it } from 'vitest';

import { standAt } from './open-hours';

// Berlin, Monday to Friday 9 to 12 and 13 to 18, Saturday until midnight, and a holiday on Friday 25 December 2026.
const day = [
  [540, 720],
  [780, 1_080],
] as const;
const hours = {
  zone: 'Europe/Berlin',
  week: [day, day, day, day, day, [[600, 1_440]], [[0, 60]]] as const,
  days: { '2026-12-25': [] },
};
const stand = (at: string, closedUntil?: string) => {
  const found = standAt(hours, new Date(at), closedUntil ? new Date(closedUntil) : null);
  const moment = found.open ? found.until : found.opens;
  return `${found.open ? 'open until' : 'opens'} ${moment?.toISOString().slice(0, 16)}`;
};

describe('opening hours', () => {
  it('say until when it is open, and when it opens next', () => {
    // 8:59, 9:00, 12:00 and 17:59 on a Wednesday in winter, an hour before UTC.
    expect(stand('2026-12-02T07:59:00Z')).toBe('opens 2026-12-02T08:00');
    expect(stand('2026-12-02T08:00:00Z')).toBe('open until 2026-12-02T11:00');
    expect(stand('2026-12-02T11:00:00Z')).toBe('opens 2026-12-02T12:00');
    expect(stand('2026-12-02T16:59:00Z')).toBe('open until 2026-12-02T17:00');
    expect(stand('2026-12-02T17:00:00Z')).toBe('opens 2026-12-03T08:00');
  });

  it('go on over midnight where windows meet, and leave holidays out', () => {
    expect(stand('2026-12-05T22:00:00Z')).toBe('open until 2026-12-06T00:00');
    expect(stand('2026-12-24T18:00:00Z')).toBe('opens 2026-12-26T09:00');
    // Summer time begins on 28 March 2027: nine o’clock on Monday is two hours before UTC.
    expect(stand('2027-03-28T12:00:00Z')).toBe('opens 2027-03-29T07:00');
  });

  it('begin after what closes it for longer, within a window too', () => {
    expect(stand('2026-12-02T08:30:00Z', '2026-12-02T10:00:00Z')).toBe('opens 2026-12-02T10:00');
    expect(stand('2026-12-02T08:30:00Z', '2026-12-02T11:30:00Z')).toBe('opens 2026-12-02T12:00');
    expect(stand('2026-12-02T08:30:00Z', '2026-12-01T11:30:00Z')).toBe('open until 2026-12-02T11:00');
    expect(standAt({ ...hours, week: [] }, new Date('2026-12-02T08:30:00Z'))).toEqual({ open: false, opens: null });
  });
});
