import { path } from '@/lib/core/paths';

import type { Selling } from '../queries/shelf-of';

/** The orders of the shelf; the newest first unless somebody chooses. */
const shelfSorts = ['newest', 'cheapest', 'dearest', 'name'] as const;
/** A collection has an order of its own beside them, which it is shown in first. */
export type ShelfSort = (typeof shelfSorts)[number] | 'placed';

/** The orders that a view offers. */
export const sortsOf = ({ collection }: Pick<ShelfView, 'collection'>): readonly ShelfSort[] =>
  collection === undefined ? shelfSorts : ['placed', ...shelfSorts];

const sellings: readonly Selling[] = ['open', 'drops', 'sold-out'];

/** From one price to below another, in whole units of the shop's currency. */
export type PriceBand = { from: number; to: number };

/** What somebody looks at of the shop: a collection by its slug, a kind, how it is sold, between which prices; in which order, and which page of it. */
export type ShelfView = {
  collection?: string;
  kind?: string;
  selling?: Selling;
  price?: PriceBand;
  sort: ShelfSort;
  page: number;
};

/** The whole shelf, or the whole of a collection. */
export const wholeShelf = (collection?: string): ShelfView => ({
  ...(collection !== undefined && { collection }),
  sort: firstSort({ collection }),
  page: 1,
});

const firstSort = (view: Pick<ShelfView, 'collection'>): ShelfSort => sortsOf(view)[0]!;

/** So many products, the newest, are narrowed and counted. */
export const mostOnShelf = 2_000;

const mostPages = 100;

/** The bounds of price bands: 1, 2 and 5 of each power of ten. They are the same in every shop and at any time, so that an address keeps its meaning. */
const bounds = [0, ...Array.from({ length: 8 }, (_, power) => [1, 2, 5].map((one) => one * 10 ** (power + 1))).flat()];

/** The band that a price stands in; null for one beyond all of them. */
export function bandOf(units: number): PriceBand | null {
  const at = bounds.findIndex((bound) => bound > units);
  return at < 1 ? null : { from: bounds[at - 1]!, to: bounds[at]! };
}

/** The path of a view, without its language: its parts in one order, so that each view has one address. */
export function shelfPath(view: ShelfView): string {
  const parts = Object.entries(partsOf(view)).flat();
  const above = view.collection === undefined ? ['products'] : ['collections', view.collection];
  return path(...above, ...(parts.length > 0 ? ['by', ...parts] : []));
}

/** The view of the parts of an address behind `by`, of all or of a collection; null where they are none, or those of another address of it. */
export function readShelfView(segments: readonly string[], collection?: string): ShelfView | null {
  const given: Record<string, string> = {};
  for (let at = 0; at < segments.length; at += 2) given[segments[at]!] = segments[at + 1] ?? '';
  const price = given.price === undefined ? undefined : readBand(given.price);
  const page = given.page === undefined ? 1 : Number(given.page);
  const view = {
    ...(collection !== undefined && { collection }),
    ...(given.kind && { kind: given.kind }),
    ...(given.sold && { selling: sellings.find((each) => each === given.sold) }),
    ...(price && { price }),
    sort: sortsOf({ collection }).find((each) => each === given.sort) ?? firstSort({ collection }),
    page: Number.isInteger(page) && page >= 1 && page <= mostPages ? page : 1,
  } satisfies ShelfView;
  const spelt = Object.entries(partsOf(view)).flat();
  const same = spelt.length === segments.length && spelt.every((part, at) => part === segments[at]);
  return same && segments.length > 0 ? view : null;
}

function partsOf({ collection, kind, selling, price, sort, page }: ShelfView): Record<string, string> {
  return {
    ...(kind !== undefined && { kind }),
    ...(selling && { sold: selling }),
    ...(price && { price: `${price.from}-${price.to}` }),
    ...(sort !== firstSort({ collection }) && { sort }),
    ...(page !== 1 && { page: String(page) }),
  };
}

function readBand(text: string): PriceBand | undefined {
  const [from, to] = text.split('-').map(Number);
  const band = from === undefined || !(from >= 0) ? null : bandOf(from);
  return band && band.from === from && band.to === to ? band : undefined;
}
