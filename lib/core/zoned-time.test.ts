import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isZone, localIn, readLocal } from './zoned-time';

const iso = (local: string, zone: string) => {
  const read = readLocal(local, zone);
  return read && [read.kind, read.at.toISOString(), ...('later' in read ? [read.later.toISOString()] : [])];
};

describe('a local date and time', () => {
  it('is one moment on most days', () => {
    expect(iso('2026-07-01T10:30', 'Europe/Berlin')).toEqual(['once', '2026-07-01T08:30:00.000Z']);
    expect(iso('2026-07-01T10:30', 'Asia/Shanghai')).toEqual(['once', '2026-07-01T02:30:00.000Z']);
    expect(iso('2026-07-01T10:30', 'UTC')).toEqual(['once', '2026-07-01T10:30:00.000Z']);
  });

  it('is moved on by as much as the clock skips', () => {
    expect(iso('2026-03-29T02:30', 'Europe/Berlin')).toEqual(['skipped', '2026-03-29T01:30:00.000Z']);
    expect(localIn('Europe/Berlin', readLocal('2026-03-29T02:30', 'Europe/Berlin')!.at)).toBe('2026-03-29T03:30');
    expect(iso('2026-03-08T02:15', 'America/New_York')).toEqual(['skipped', '2026-03-08T07:15:00.000Z']);
    expect(iso('2026-10-04T02:15', 'Australia/Lord_Howe')).toEqual(['skipped', '2026-10-03T15:45:00.000Z']);
  });

  it('is two moments in the hour that comes twice, the earlier first', () => {
    expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toEqual([
      'twice',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(iso('2026-11-01T01:30', 'America/New_York')).toEqual([
      'twice',
      '2026-11-01T05:30:00.000Z',
      '2026-11-01T06:30:00.000Z',
    ]);
  });

  it('is nothing where the date, the time or the zone does not exist', () => {
    for (const local of [
      '',
      '2026-02-30T10:00',
      '2026-13-01T10:00',
      '2026-01-01T24:00',
      '2026-01-01',
      '12026-01-01T10:00',
    ])
      expect(readLocal(local, 'UTC')).toBeNull();
    expect(readLocal('2026-01-01T10:00', 'Mars/Olympus')).toBeNull();
    expect([isZone('Europe/Berlin'), isZone('UTC'), isZone(''), isZone('Nowhere')]).toEqual([true, true, false, false]);
  });

  it('comes back as it was written, whatever the zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
      'Africa/Casablanca',
    );
    fc.assert(
      fc.property(
        zones,
        fc.date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
        (zone, at) => {
          const local = localIn(zone, at);
          const read = readLocal(local, zone)!;
          expect(localIn(zone, read.at)).toBe(local);
          const minute = Math.floor(at.getTime() / 60_000) * 60_000;
          expect([read.at.getTime(), 'later' in read ? read.later.getTime() : 0]).toContain(minute);
        },
      ),
      { numRuns: 300 },
    );
  });
});
