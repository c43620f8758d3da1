import { describe, expect, it } from 'vitest';

import { projectSellOut } from './project-sell-out';

const minute = 60_000;
// Open for forty minutes, in steps of a minute: ten claims a minute at first, two in each of the last ten.
const net = [...Array.from({ length: 30 }, () => 10), ...Array.from({ length: 10 }, () => 2)];
const project = (more: object = {}) =>
  projectSellOut({
    ...{ pace: { opensAt: 0, step: 60, net }, left: 40, from: 0, closesAt: 100 * minute, now: 40 * minute },
    ...more,
  });

describe('the projected sell-out', () => {
  it('goes on as the last quarter of the time went', () => {
    expect(project()).toEqual({ seconds: 600, soldOutAt: 60 * minute });
  });

  it('tells what is left at the close where the pace does not reach', () => {
    expect(project({ left: 200 })).toEqual({ seconds: 600, leftAtClose: 80 });
  });

  it('counts minutes without a claim, which the pace does not hold', () => {
    // Eight claims in the last twelve minutes, eight of which had none.
    const soldOutAt = 48 * minute + 15 * minute;
    expect(project({ now: 48 * minute, left: 10 })).toEqual({ seconds: 720, soldOutAt });
  });

  it('looks back an hour at most, five minutes at least, and not before units were given', () => {
    const long = { opensAt: 0, step: 60, net: Array.from({ length: 1_000 }, () => 1) };
    expect(project({ pace: long, now: 1_000 * minute, closesAt: 9_000 * minute })).toMatchObject({ seconds: 3_600 });
    const burst = { opensAt: 0, step: 10, net: [0, 0, 0, 500, 1, 1, 1, 1, 1, 1, 1, 1] };
    expect(project({ pace: burst, from: 40_000, now: 120_000 })).toMatchObject({ seconds: 80 });
    expect(project({ now: 12 * minute, left: 1 })).toMatchObject({ seconds: 300 });
    expect(project({ pace: burst, from: 40_000, now: 90_000 })).toBeNull();
  });

  it('says nothing of what cannot be told', () => {
    expect(project({ left: 0 })).toBeNull();
    expect(project({ now: 100 * minute })).toBeNull();
    expect(project({ pace: { opensAt: 0, step: 60, net: net.map(() => 0) } })).toBeNull();
    expect(project({ pace: { opensAt: 0, step: 60, net: [...net.slice(0, 39), -50] } })).toBeNull();
  });
});
