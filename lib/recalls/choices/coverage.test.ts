import fc from 'fast-check';
import { expect, it } from 'vitest';

import { recallUnitStates } from '../schema';
import { isBetween, isRange } from '../serial-range';
import { coverageOf } from './coverage';

const sum = (shares: readonly { perMille: number }[]) => shares.reduce((all, { perMille }) => all + perMille, 0);

it('shares of states sum to 100 % whatever the counts are, and are off by less than a tenth', () => {
  // A third each: 33.4, 33.3 and 33.3, worked by hand.
  const { shares } = coverageOf({ PLANNED: 1, SENT: 1, REMEDIED: 1 });
  expect(shares.filter(({ count }) => count > 0).map(({ perMille }) => perMille)).toEqual([334, 333, 333]);
  expect(sum(coverageOf({}).shares)).toBe(0);
  const counts = fc.array(fc.nat(100_000), { minLength: recallUnitStates.length, maxLength: recallUnitStates.length });
  fc.assert(
    fc.property(counts, (given) => {
      const of = Object.fromEntries(recallUnitStates.map((state, at) => [state, given[at]!]));
      const { total, shares: found } = coverageOf(of);
      expect(sum(found)).toBe(total === 0 ? 0 : 1_000);
      for (const { count, perMille } of found)
        if (total > 0) expect(Math.abs(perMille - (count * 1_000) / total)).toBeLessThan(1);
    }),
  );
});

it('a serial lies between two others where it is as long as they are', () => {
  const holds = (serial: string) => isBetween(serial, 'A-100', 'A-199');
  expect(['A-100', 'A-150', 'A-199'].map(holds)).toEqual([true, true, true]);
  expect(['A-099', 'A-200', 'A-15', 'A-1500', 'B-150'].map(holds)).toEqual([false, false, false, false, false]);
  expect([isRange('A-1', 'A-9'), isRange('A-1', 'A-10'), isRange('A-9', 'A-1'), isRange('', '')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
