import { expect, it } from 'vitest';

import { rate } from './rate';

const limit = { name: 'test', count: 3, seconds: 10 };

it('lets the count through in each window, and says how long to wait', () => {
  const wait = rate(limit);
  expect([1, 2, 3, 4].map(() => wait('a', 12_000))).toEqual([0, 0, 0, 8]);
  expect(wait('b', 12_000)).toBe(0);
  expect(wait('a', 20_000)).toBe(0);
});

it('stops nobody for the sake of others, though a hundred thousand come', () => {
  // However its keys are drawn.
  for (let draw = 0; draw < 40; draw += 1) {
    const wait = rate(limit);
    let stopped = 0;
    for (let round = 0; round < 3; round += 1)
      for (let at = 0; at < 100_000; at += 1)
        if (wait(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`, 5_000) > 0) stopped += 1;
    // Sharing both cells with others is rare: at most two in a hundred are stopped one use too soon.
    expect(stopped).toBeLessThan(2_000);
    expect(wait('10.0.0.1', 5_000)).toBeGreaterThan(0);
  }
});

it('puts subjects into other cells in each process, so that nobody can work out whose use counts for another', () => {
  const address = (at: number) => `2001:db8:${(at >> 16).toString(16)}:${(at & 0xffff).toString(16)}`;
  // Who is stopped at the very first use shares both cells with somebody.
  const sharing = () => {
    const wait = rate({ ...limit, count: 1 });
    return Array.from({ length: 100_000 }, (_, at) => address(at)).filter((each) => wait(each, 5_000) > 0);
  };
  const [one, another] = [sharing(), new Set(sharing())];
  expect(one.length).toBeGreaterThan(20);
  expect(one.filter((each) => another.has(each)).length).toBeLessThan(one.length / 4);
});
