import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { after, day } from '@/lib/core/time';

import { priceStory, regularAt, type TimedPrice } from './price-story';

const start = new Date('2026-01-01T00:00:00Z');
const at = (days: number) => after(start, days * day);

/** Stretches that follow each other from the first day on, the last without an end. */
function stretches(rows: [days: number, amountMinor: number, reason?: TimedPrice['reason']][]): TimedPrice[] {
  let from = 0;
  return rows.map(([days, amountMinor, reason = 'REGULAR'], index) => {
    const row = { currency: 'EUR', amountMinor, reason, from: index === 0 ? new Date(0) : at(from) };
    from += days;
    return { ...row, until: index === rows.length - 1 ? null : at(from) };
  });
}

const told = (prices: TimedPrice[], days: number, offeredSince = at(-400)) =>
  priceStory(prices, { currency: 'EUR', now: at(days), offeredSince });

describe('the prior price of a reduction', () => {
  it.each<[string, Parameters<typeof stretches>[0], days: number, number | null]>([
    [
      'the price before',
      [
        [40, 100],
        [9, 80, 'OFFER'],
      ],
      41,
      100,
    ],
    [
      'the lowest of 30 days, not the last',
      [
        [40, 100],
        [5, 90, 'OFFER'],
        [5, 100],
        [9, 80, 'OFFER'],
      ],
      51,
      90,
    ],
    [
      'not what was lower earlier',
      [
        [40, 70],
        [31, 100],
        [9, 80, 'OFFER'],
      ],
      72,
      100,
    ],
    [
      'what ended within the 30 days',
      [
        [40, 70],
        [29, 100],
        [9, 80, 'OFFER'],
      ],
      70,
      null,
    ],
    [
      'of the present amount’s beginning, through stretches of the same',
      [
        [40, 100],
        [5, 80, 'OFFER'],
        [5, 80],
        [5, 80],
      ],
      51,
      100,
    ],
    [
      'none under a price that did not fall',
      [
        [40, 100],
        [5, 120],
      ],
      41,
      null,
    ],
    ['none of a first price', [[40, 100]], 20, null],
  ])('is %s', (_, rows, days, expected) => {
    expect(told(stretches(rows), days).priorMinor).toBe(expected);
  });

  it('looks no further back than it was offered', () => {
    const prices = stretches([
      [20, 60],
      [20, 100],
      [9, 80, 'OFFER'],
    ]);
    expect(told(prices, 41).priorMinor).toBe(null);
    expect(told(prices, 41, at(25)).priorMinor).toBe(100);
    expect(told(prices, 41, at(40)).priorMinor).toBe(null);
  });

  it('is the lowest of each hour of the 30 days before, whatever the prices were', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 120 }), (drawn, now) => {
        const prices = stretches(drawn);
        const costs = (days: number) =>
          prices.find(({ from, until }) => from <= at(days) && (until === null || until > at(days)))!.amountMinor;
        let began = now;
        while (began > -60 && costs(began - 1) === costs(now)) began -= 1;
        const before = Array.from({ length: 30 }, (__, days) => costs(began - 1 - days));
        const lowest = Math.min(...before);
        expect(told(prices, now).priorMinor).toBe(began > -60 && lowest > costs(now) ? lowest : null);
      }),
    );
  });

  it('is of one currency', () => {
    const other = stretches([
      [40, 1],
      [9, 2],
    ]).map((row) => ({ ...row, currency: 'USD' }));
    expect(
      told(
        [
          ...other,
          ...stretches([
            [40, 100],
            [9, 80, 'OFFER'],
          ]),
        ],
        41,
      ).priorMinor,
    ).toBe(100);
  });
});

describe('a phase', () => {
  it('says its end and what comes after it, and a regular price says nothing', () => {
    const prices = stretches([
      [40, 100],
      [9, 80, 'LAUNCH'],
      [5, 110],
      [5, 120],
    ]);
    expect(told(prices, 45).phase).toEqual({ reason: 'LAUNCH', until: at(49), thenMinor: 110 });
    expect(told(prices, 50).phase).toBeNull();
    expect(
      told(
        stretches([
          [40, 100],
          [9, 80, 'CLEARANCE'],
        ]),
        45,
      ).phase,
    ).toEqual({ reason: 'CLEARANCE', until: null, thenMinor: null });
  });

  it('stands before the regular price, which is what comes after it', () => {
    const prices = stretches([
      [40, 100],
      [9, 80, 'LAUNCH'],
      [5, 110],
    ]);
    expect([10, 45, 60].map((days) => regularAt(prices, at(days))?.amountMinor)).toEqual([100, 110, 110]);
    expect(
      regularAt(
        stretches([
          [40, 100],
          [9, 80, 'OFFER'],
        ]),
        at(45),
      )?.amountMinor,
    ).toBe(80);
    expect(regularAt([], start)).toBeUndefined();
  });
});
