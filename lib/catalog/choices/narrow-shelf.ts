import { minorDigits } from '@/lib/core/money';

import type { ShelfRow } from '../queries/shelf-index';
import type { Selling } from '../queries/shelf-of';
import { bandOf, type PriceBand, type ShelfView } from './shelf-view';

/** So many products stand on one page of the shelf. */
export const shelfPage = 24;
/** A shop with fewer products than this is seen at a glance: it has nothing to choose by. */
export const fewestToNarrow = 6;
const mostKinds = 20;

/** What there is to choose by, each with how many products it would leave beside what else is chosen. */
export type Facets = {
  kinds: { kind: string; count: number }[];
  sellings: { selling: Selling; count: number }[];
  prices: { price: PriceBand; count: number }[];
};

export type NarrowedShelf = { ids: string[]; count: number; facets: Facets };

type Words = { currency: string; inLocale: (row: ShelfRow) => string };

/**
 * What a view leaves of the products: `all` of every kind, and `ofKind` of the one that is chosen. What a facet counts does not
 * depend on what is chosen of itself, so that its other values can be chosen as well.
 */
export function narrowShelf(
  { all, ofKind }: { all: readonly ShelfRow[]; ofKind: readonly ShelfRow[] },
  view: ShelfView,
  { currency, inLocale }: Words,
): NarrowedShelf {
  const units = (row: ShelfRow) => (row.priceMinor === null ? null : row.priceMinor / 10 ** minorDigits(currency));
  const bandOfRow = (row: ShelfRow) => (units(row) === null ? null : bandOf(units(row)!));
  const isSold = (row: ShelfRow) => !view.selling || row.selling === view.selling;
  const isPriced = (row: ShelfRow) => !view.price || bandOfRow(row)?.from === view.price.from;
  const left = ofKind.filter((row) => isSold(row) && isPriced(row)).toSorted(orders(inLocale)[view.sort]);
  const bands = tally(
    ofKind.filter(isSold).flatMap((row) => bandOfRow(row)?.from ?? []),
    view.price?.from,
  );
  const kinds = tally(
    all.filter((row) => isSold(row) && isPriced(row)).flatMap(({ kind }) => kind || []),
    view.kind,
  );
  const sellings = tally(
    ofKind.filter(isPriced).map(({ selling }) => selling),
    view.selling,
  );
  const at = (view.page - 1) * shelfPage;
  return {
    ids: left.slice(at, at + shelfPage).map(({ id }) => id),
    count: left.length,
    facets: {
      kinds: mostFrequent(kinds, view.kind).map(([kind, count]) => ({
        kind,
        // Of the one that is chosen older ones are read than of all together.
        count: kind === view.kind ? left.length : count,
      })),
      sellings: sellings.map(([selling, count]) => ({ selling, count })),
      prices: bands.toSorted(([a], [b]) => a - b).map(([from, count]) => ({ price: bandOf(from)!, count })),
    },
  };
}

// As many as are shown, and what is chosen also where it is rarer than all of them.
function mostFrequent(kinds: readonly [string, number][], chosen?: string): [string, number][] {
  return kinds.filter(([kind], at) => at < mostKinds || kind === chosen);
}

// The most frequent first; what is chosen is there also where it leaves nothing, so that it can be let go.
function tally<V>(values: readonly V[], chosen?: V): [V, number][] {
  const counts = new Map<V, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

// They come in the order of their collection or newest first, and what is equal stays so. What has no price stands last.
function orders(name: (row: ShelfRow) => string) {
  const price = (row: ShelfRow, without: number) => row.priceMinor ?? without;
  return {
    placed: () => 0,
    newest: (a: ShelfRow, b: ShelfRow) => a.age - b.age,
    cheapest: (a: ShelfRow, b: ShelfRow) => price(a, Number.MAX_SAFE_INTEGER) - price(b, Number.MAX_SAFE_INTEGER),
    dearest: (a: ShelfRow, b: ShelfRow) => price(b, -1) - price(a, -1),
    name: (a: ShelfRow, b: ShelfRow) => name(a).localeCompare(name(b), 'zh-Hans-u-co-pinyin'),
  };
}
