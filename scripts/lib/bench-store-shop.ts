/** What the cases of `npm run bench:store` have in common. */
import type { Stage } from '@/tests/bench/stage';

export const storeOptions = {
  ...{ products: 50_000, few: 500, seconds: 10, connections: 50, visits: 150 },
  ...{ orders: 1_000, buyers: 500, units: 100, rows: 40_000, plain: 0 },
};
export type StoreOptions = typeof storeOptions;
/** `fewPort` is the server of the shop with few products, where it is needed. */
export type Shop = Stage & StoreOptions & { fewPort: number | null };
/** What was wrong, which fails the bench, and what was less than is wanted, which is said. */
export type Verdict = { wrong: string[]; missed: string[] };
/** One case: it writes its lines; null where the shop does not have what it measures. */
export type Case = (shop: Shop) => Promise<Verdict | null>;

export const bench = 'store';

/** A verdict of what has come true of two lists. */
export const verdict = (wrong: (string | false)[], missed: (string | false)[]): Verdict => ({
  wrong: wrong.filter((each) => each !== false),
  missed: missed.filter((each) => each !== false),
});
