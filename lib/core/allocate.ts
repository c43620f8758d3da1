/** Shares a whole amount by weights, by largest remainder: each gets its exact share rounded down or up, the first of equals up. */
export function allocate(whole: number, weights: number[]): number[] {
  const all = weights.reduce((sum, each) => sum + BigInt(each), 0n);
  if (all === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(whole) * BigInt(weight));
  const shares = exact.map((each) => each / all);
  const left = Number(BigInt(whole) - shares.reduce((sum, each) => sum + each, 0n));
  const byRemainder = exact
    .map((each, at) => ({ at, rest: each % all }))
    .toSorted((a, b) => compare(b.rest, a.rest) || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) shares[at] = shares[at]! + 1n;
  return shares.map(Number);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
