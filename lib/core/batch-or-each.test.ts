import { expect, it } from 'vitest';

import { Refused } from './errors';
import { batchOrEach, batchedOrNull } from './batch-or-each';

const databaseError = (code: string, message = 'failed') => Object.assign(new Error(message), { code });

it('runs the calls of one moment as one batch and answers each in input order', async () => {
  const runs: number[][] = [];
  const double = batchedOrNull(async (keys: number[]) => {
    runs.push(keys);
    return keys.map((key) => key * 2);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(runs).toEqual([[1, 2, 3]]);
});

it.each([
  ['not to be batched', databaseError('MLT01')],
  ['no text of the database', databaseError('22P05')],
  ['against a constraint', databaseError('23503')],
  ['a fault of ours', new TypeError('oops')],
  ['part of a deadlock', databaseError('40P01')],
  ['refused', new Refused('hold-ended')],
  ['not in the state that the statement needs', Object.assign(databaseError('55000'), { severity: 'ERROR' })],
  ['quoted in words that name an outage', databaseError('22P02', 'invalid input syntax: "timeout exceeded"')],
])('is halved when one is %s, and answers null for that one', async (_, trouble) => {
  const runs: number[][] = [];
  const run = async (keys: number[]) => {
    runs.push(keys);
    if (keys.includes(2)) throw trouble;
    return keys;
  };
  expect(await batchOrEach(run, [1, 2, 3])).toEqual([1, null, 3]);
  expect(runs).toEqual([[1, 2, 3], [1], [2, 3], [2], [3]]);
});

it.each([
  ['without a code of the database', '', 'timeout exceeded when trying to connect'],
  ['with a code of the client', 'P1001', 'Connection terminated'],
  ['with a code of the database', '08006', 'failed'],
])('takes a failure of the connection for one %s', async (_, code, message) => {
  let runs = 0;
  const run = () => ((runs += 1), Promise.reject(databaseError(code, message)));
  await expect(batchOrEach(run, [1, 2, 3])).rejects.toThrow(message);
  expect(runs).toBe(1);
});

it('takes what ends the whole connection for an outage, whatever its code', async () => {
  const closed = Object.assign(databaseError('55000', 'not currently accepting connections'), { severity: 'FATAL' });
  let runs = 0;
  await expect(batchOrEach(() => ((runs += 1), Promise.reject(closed)), [1, 2, 3])).rejects.toThrow('not currently');
  expect(runs).toBe(1);
});

it('rejects all calls at once when the connection fails', async () => {
  let runs = 0;
  const fails = batchedOrNull(async (_: number[]): Promise<number[]> => {
    runs += 1;
    throw databaseError('08006');
  });
  for (const ended of await Promise.allSettled([1, 2].map(fails)))
    expect(ended).toMatchObject({ status: 'rejected', reason: { code: '08006' } });
  expect(runs).toBe(1);
});
