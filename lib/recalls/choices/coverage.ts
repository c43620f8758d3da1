import { recallUnitStates, type RecallUnitState } from '../schema';

export type Share = { state: RecallUnitState; count: number; /** Tenths of a percent. */ perMille: number };

/**
 * How many units of a recall stand how, with shares that sum to exactly 100 %: each is rounded down, and the tenths that are left go to the largest
 * remainders (of equal ones to the state that comes first). Without any unit all are zero.
 */
export function coverageOf(counts: Partial<Record<RecallUnitState, number>>): { total: number; shares: Share[] } {
  const rows = recallUnitStates.map((state) => ({ state, count: counts[state] ?? 0 }));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { total, shares: rows.map((row) => ({ ...row, perMille: 0 })) };
  const exact = rows.map((row) => ({ ...row, perMille: Math.floor((row.count * 1_000) / total) }));
  const rest = 1_000 - exact.reduce((sum, { perMille }) => sum + perMille, 0);
  const largest = exact
    .map(({ count }, at) => ({ at, remainder: (count * 1_000) % total }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of largest.slice(0, rest)) exact[at]!.perMille += 1;
  return { total, shares: exact };
}
