/** The one line of JSON that every bench ends with: what was measured, then what is its own. */
export type BenchLine = {
  bench: string;
  case: string;
  perSecond: number;
  p50Ms: number | null;
  p99Ms: number | null;
  /** What was measured, divided by its yardstick in the same run; null where it has none. */
  ratio: number | null;
};

export function writeLine<T extends BenchLine>(line: T): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The middle of some figures; of an even number, the mean of the two in the middle. */
export function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return Number((((low ?? 0) + (high ?? 0)) / 2).toFixed(3));
}
