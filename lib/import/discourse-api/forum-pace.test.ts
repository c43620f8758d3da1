import { describe, expect, it } from 'vitest';

import { stillClock } from '@/tests/support/read-stand-in';

import { createPace } from './forum-pace';

describe('the pace of a forum that says it is too much', () => {
  it('falls to a quarter and no further', async () => {
    const clock = stillClock();
    const pace = createPace(60, clock);
    for (let each = 0; each < 500; each += 1) pace.slower();
    expect(pace.perMinute()).toBe(15);
    await pace.turn();
    const before = clock.now();
    for (let each = 0; each < 10; each += 1) await pace.turn();
    expect(clock.now() - before).toBe(40_000);
  });

  it('comes back slowly while it answers, and never beyond what was said', () => {
    const pace = createPace(60, stillClock());
    for (let each = 0; each < 50; each += 1) pace.slower();
    for (let each = 0; each < 99; each += 1) pace.answered();
    expect(pace.perMinute()).toBe(15);
    pace.answered();
    expect(pace.perMinute()).toBeCloseTo(18.75);
    for (let each = 0; each < 400; each += 1) pace.answered();
    expect(pace.perMinute()).toBeLessThan(60);
    for (let each = 0; each < 5_000; each += 1) pace.answered();
    expect(pace.perMinute()).toBe(60);
  });

  it('is not raised by answers between two refusals', () => {
    const pace = createPace(60, stillClock());
    for (let round = 0; round < 3; round += 1) {
      for (let each = 0; each < 60; each += 1) pace.answered();
      pace.slower();
    }
    expect(pace.perMinute()).toBeCloseTo(60 / 1.25 ** 3);
  });
});
