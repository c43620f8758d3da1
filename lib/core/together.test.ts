import { expect, it } from 'vitest';

import { Refused } from './errors';
import { allOrEach, together } from './together';

const notPlain = (code: string) => Object.assign(new Error('not plain'), { code });

it('does what comes at one moment in one run, each answered in its place', async () => {
  const runs: number[][] = [];
  const double = together(async (keys: number[]) => {
    runs.push(keys);
    return keys.map((key) => key * 2);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(runs).toEqual([[1, 2, 3]]);
});

it.each([
  ['not plain', notPlain('MLT01')],
  ['no text of the database', notPlain('22P05')],
  ['against a constraint', notPlain('23503')],
  ['a fault of ours', new TypeError('oops')],
  ['waited crosswise', notPlain('40P01')],
  ['refused', new Refused('hold-ended')],
])('is halved when one is %s, and answers null for that one', async (_, trouble) => {
  const runs: number[][] = [];
  const run = async (keys: number[]) => {
    runs.push(keys);
    if (keys.includes(2)) throw trouble;
    return keys;
  };
  expect(await allOrEach(run, [1, 2, 3])).toEqual([1, null, 3]);
  expect(runs).toEqual([[1, 2, 3], [1], [2, 3], [2], [3]]);
});

it('lets a failure of the connection through to all who asked, at once', async () => {
  let runs = 0;
  const fails = together(async (_: number[]): Promise<number[]> => {
    runs += 1;
    throw notPlain('08006');
  });
  for (const ended of await Promise.allSettled([1, 2].map(fails)))
    expect(ended).toMatchObject({ status: 'rejected', reason: { code: '08006' } });
  expect(runs).toBe(1);
});
