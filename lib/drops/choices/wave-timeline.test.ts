import { expect, it } from 'vitest';

import { decidesAt } from '../policy';
import { timelineOf } from './wave-timeline';

const at = (hours: number) => new Date(hours * 3_600_000);
const waves = [
  { number: 1, opensAt: at(100), closesAt: at(110) },
  { number: 2, opensAt: at(150), closesAt: at(200) },
];
const drawn = (mode: 'DRAW' | 'FIRST_COME', fairSeconds: number, now: number) =>
  timelineOf(waves, (wave) => decidesAt({ mode, fairSeconds }, wave), at(now));

it('places waves and the present between the first opening and the last close', () => {
  expect(drawn('FIRST_COME', 0, 175)).toEqual({
    spans: [
      { number: 1, start: 0, width: 10, decides: null },
      { number: 2, start: 50, width: 50, decides: null },
    ],
    now: 75,
  });
  expect([drawn('FIRST_COME', 0, 99).now, drawn('FIRST_COME', 0, 201).now]).toEqual([null, null]);
});

it('tells when units are given by rank: after the fair opening, or at the close', () => {
  expect(drawn('FIRST_COME', 360, 0).spans.map(({ decides }) => decides)).toEqual([1, 0.2]);
  expect(drawn('DRAW', 0, 0).spans.map(({ decides }) => decides)).toEqual([100, 100]);
});
