import type { MarketData } from '@/lib/core/market';

/** A part of a market, as the history names what changed. */
export type MarketPart = keyof MarketData;

const parts = [
  'seller',
  'returnAddress',
  'currency',
  'timeZone',
  'taxIncluded',
  'zones',
  'taxes',
  'promises',
] as const satisfies readonly MarketPart[];

/** The parts in which two versions of a market differ. */
export function changedParts(before: MarketData, after: MarketData): MarketPart[] {
  return parts.filter((part) => stable(before[part]) !== stable(after[part]));
}

// The database keeps the names of an object in an order of its own.
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
