import { z } from 'zod';

import { readCursor } from './cursor';
import { firstOf } from './fields';
import { localIn, readLocal } from './zoned-time';

/** One order of a list. Its rows are read along an index on these filters' columns, `by` and the id. */
export type ListSort = {
  /** What is sorted by, in SQL; never null. A text has the collation of its bytes. */
  by: string;
  as: 'timestamptz' | 'bigint' | 'text';
  down?: true;
  /** The filters that indexes answer together with this order; without it all of them. */
  with?: readonly string[];
  /** A filter without which this order means nothing. */
  needs?: string;
};

/**
 * Rows with a value (`is`), of which a condition is true that an index of such rows alone has (`when`), from a day or up to and with a day
 * (`from`, `until`), or among ids that the list's domain finds (`some`).
 */
export type ListFilter =
  | { kind: 'is'; column: string; as: string; value: z.ZodType<string> }
  | { kind: 'when'; sql: string; value: z.ZodType<string> }
  | { kind: 'from' | 'until'; column: string; value: z.ZodType<string> }
  | { kind: 'some'; value: z.ZodType<string> };

/** A day that is so many days before today. */
export type DaysAgo = { readonly daysAgo: number };

/**
 * A view that every such team needs and nobody has to save: filters of the list and one of its orders, in an address like any other.
 * `counted` says how many rows there are.
 */
export type BuiltInView = { filters: Readonly<Record<string, string | DaysAgo>>; sort?: string; counted?: true };

/** A list of the staff pages: what it may be sorted and limited by, in names that stand in its address, and its columns. */
export type ListShape = {
  name: string;
  /** Its table, as SQL names it. */
  table: string;
  /** The first one is taken where none is asked for. */
  sorts: Readonly<Record<string, ListSort>>;
  filters: Readonly<Record<string, ListFilter>>;
  /** What stands before the saved views, in this order; without any there is one for all rows. */
  views?: Readonly<Record<string, BuiltInView>>;
  /** Whether words can be searched; the domain finds the ids. */
  search: boolean;
  columns: readonly string[];
  /** The columns that are shown until somebody chooses others; the first of all columns always is. */
  shown: readonly string[];
};

// A view names filters and orders that its list has; an order beside them is `sort`.
type ViewsFit<L extends ListShape> = {
  views?: {
    readonly [V in keyof L['views']]: {
      readonly filters: { readonly [F in keyof FiltersOfView<L, V>]: F extends FilterOf<L> ? string | DaysAgo : never };
      readonly sort?: SortOf<L>;
    };
  };
};
type FiltersOfView<L extends ListShape, V extends keyof L['views']> = L['views'][V] extends { filters: infer F }
  ? F
  : never;

/** Declares a list; its views name only what it has. */
export const declareList = <const L extends ListShape>(list: L & ViewsFit<L>): L => list;

export type ViewOf<L extends ListShape> = keyof L['views'] & string;
export type SortOf<L extends ListShape> = keyof L['sorts'] & string;
export type FilterOf<L extends ListShape> = keyof L['filters'] & string;

/**
 * A place in a list: what its row is sorted by, and the row. Where that is a text, an address names the row alone (`value` is 0) and the place
 * is where it stands now; who reads on within one task has the text.
 */
export type Place = { value: number | string; id: string };

/** What somebody asked of a list, and what of it was not understood. */
export type Asked<L extends ListShape = ListShape> = {
  sort: SortOf<L>;
  filters: Partial<Record<FilterOf<L>, string>>;
  q?: string;
  /** Where the page begins, and whether it is read backwards from there. */
  from?: Place;
  back: boolean;
  /** Parts of the address that this list does not know. */
  unknown: string[];
  /** An order that cannot be had together with the filters. */
  unsorted?: SortOf<L>;
};

/** A day of the calendar. */
export const listDay = z.string().refine((day) => /^\d{4}-\d\d-\d\d$/.test(day) && readLocal(`${day}T00:00`, 'UTC'));

/** How many ids a search or a filter may find before the list says that it shows some of them. */
export const mostFound = 1_000;
/** Counts stop here. */
export const mostCounted = 100;
export const listPageSize = 30;

export const mostOfSearch = 100;

/** The words of a search, a few of them. */
export const searchedWords = (q = ''): string[] => q.trim().split(/\s+/).filter(Boolean).slice(0, 8);

type Query = Readonly<Record<string, string | undefined>>;

/** Reads a list's address; what the list does not know is named, and otherwise ignored. */
export function readList<L extends ListShape>(list: L, query: Query): Asked<L> {
  const asked: Asked = { sort: Object.keys(list.sorts)[0]!, filters: {}, back: false, unknown: [] };
  for (const [name, value] of Object.entries(query))
    if (value && !readPart(list, asked, name, value)) asked.unknown.push(firstOf(name, 30));
  return fitting(list, asked) as Asked<L>;
}

function readPart(list: ListShape, asked: Asked, name: string, value: string): boolean {
  if (name === 'sort') return Object.hasOwn(list.sorts, value) && Boolean((asked.sort = value));
  if (name === 'q') return list.search && Boolean((asked.q = firstOf(value, mostOfSearch)));
  if (name === 'after' || name === 'before') {
    asked.from = readCursor(value) ?? undefined;
    asked.back = name === 'before';
    return asked.from !== undefined;
  }
  const read = Object.hasOwn(list.filters, name) ? list.filters[name]!.value.safeParse(value) : undefined;
  if (read?.success) asked.filters[name] = read.data;
  return read?.success ?? false;
}

// A filter says which rows are meant, so the order gives way to the first one that can be had with it. Among few ids every order is
// had without an index.
function fitting(list: ListShape, asked: Asked): Asked {
  const names = Object.keys(asked.filters);
  const fits = ({ with: allowed }: ListSort) => !allowed || names.every((name) => allowed.includes(name));
  if (isNarrowed(list, asked) || fits(list.sorts[asked.sort]!)) return asked;
  const sorts = Object.keys(list.sorts);
  const other = sorts.find((name) => fits(list.sorts[name]!)) ?? sorts[0]!;
  return { ...asked, sort: other, unsorted: asked.sort, from: undefined, back: false };
}

/** Whether the list's domain finds the ids first: by words, or by a filter of the kind `some`. */
export function isNarrowed(list: ListShape, { q, filters }: Pick<Asked, 'q' | 'filters'>): boolean {
  return q !== undefined || Object.keys(filters).some((name) => list.filters[name]!.kind === 'some');
}

/** Whether anything limits the list. */
export const isFiltered = ({ q, filters }: Asked): boolean => q !== undefined || Object.keys(filters).length > 0;

/** The query of a list's address, with some parts changed or, where they are empty, taken away; it begins at the first page. */
export function listQuery(
  list: ListShape,
  asked: Pick<Asked, 'sort' | 'q' | 'filters'>,
  changes: Query = {},
): Record<string, string | undefined> {
  const sort = asked.sort === Object.keys(list.sorts)[0] ? undefined : asked.sort;
  return { q: asked.q, ...asked.filters, sort, ...changes };
}

/**
 * What a view keeps of a list's address: filters and order, always written alike. Words that are searched for are left out: they are
 * often somebody's name or address, and a view outlives them.
 */
export function viewQuery(list: ListShape, asked: Pick<Asked, 'sort' | 'q' | 'filters'>): string {
  const parts = Object.entries(listQuery(list, { ...asked, q: undefined })).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return new URLSearchParams(parts.toSorted(([one], [other]) => (one! < other! ? -1 : 1))).toString();
}

/** The moment at which a day begins in a zone, or the day behind it. */
export function dayBegins(day: string, zone: string, daysLater: 0 | 1 = 0): Date {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + daysLater);
  const local = readLocal(localIn('UTC', date), zone);
  return local?.at ?? date;
}
