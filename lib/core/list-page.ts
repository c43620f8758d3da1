import { writeCursor } from './cursor';
import type { Db } from './db';
import {
  dayBegins,
  isNarrowed,
  listPageSize,
  mostCounted,
  mostFound,
  type Asked,
  type ListShape,
  type ListSort,
  type Place,
} from './list';
import { mostMinor } from './money';
import { Prisma } from './prisma-client/client';

/** Ids that words or a filter found; `cut` says that there are more than were taken. */
export type Found = { ids: string[]; cut: boolean };

export type ListPage = {
  ids: string[];
  /** The parts of the address of the pages beside this one. */
  previous?: { before: string };
  next?: { after: string };
  /** How many rows there are on all pages, at most `mostCounted`. */
  count: number;
};

type Reading = { db: Pick<Db, '$queryRaw'>; zone: string; found?: Found; size?: number };
type Row = { id: string; value: number | string };

/** One page of a list's ids in order, with the places before and behind it, read along an index. */
export async function readListPage(list: ListShape, asked: Asked, reading: Reading): Promise<ListPage> {
  const { db, size = listPageSize } = reading;
  const [rows, counted] = [
    await db.$queryRaw<Row[]>(pageStatement(list, asked, reading)),
    await db.$queryRaw<{ count: number }[]>(countStatement(list, asked, reading)),
  ];
  const page = asked.back ? rows.slice(0, size).toReversed() : rows.slice(0, size);
  const more = rows.length > size;
  const [first, last] = [page[0], page.at(-1)];
  const earlier = asked.back ? more : asked.from !== undefined;
  const later = asked.back || more;
  return {
    ids: page.map(({ id }) => id),
    previous: first && earlier ? { before: cursorOf(first) } : undefined,
    next: last && later ? { after: cursorOf(last) } : undefined,
    count: counted[0]?.count ?? 0,
  };
}

// A place in an order by texts is that of its row: the text itself does not stand in the address.
const cursorOf = ({ value, id }: Row): string => writeCursor(typeof value === 'string' ? 0 : value, id);

/** Ids of a list from a place on, as many as `size` says, and the place behind the last of them, if there are more. */
export async function readListIds(
  list: ListShape,
  asked: Asked,
  reading: Reading,
): Promise<{ ids: string[]; next?: Asked['from'] }> {
  const { db, size = listPageSize } = reading;
  const rows = await db.$queryRaw<Row[]>(pageStatement(list, asked, reading));
  const last = rows[size - 1];
  return {
    ids: rows.slice(0, size).map(({ id }) => id),
    next: rows.length > size && last ? { value: last.value, id: last.id } : undefined,
  };
}

/** The ids of rows in the list's order from a place on, one more than a page, and what they are sorted by, moments as a number. */
export function pageStatement(list: ListShape, asked: Asked, reading: Omit<Reading, 'db'>): Prisma.Sql {
  const { by, as } = list.sorts[asked.sort]!;
  const value = Prisma.raw(valueOf(by, as));
  return Prisma.sql`
    SELECT "id"::text, ${value} AS "value" FROM ${source(list, asked, reading.found)}
    WHERE ${within(list, asked, reading)} ORDER BY ${order(list, asked)} LIMIT ${(reading.size ?? listPageSize) + 1}`;
}

const valueOf = (by: string, as: ListSort['as']) =>
  ({ timestamptz: `(extract(epoch FROM ${by}) * 1000)::float8`, bigint: `(${by})::float8`, text: by })[as];

/** How many rows there are, counted along the same index as far as `mostCounted`. */
export function countStatement(list: ListShape, asked: Asked, reading: Omit<Reading, 'db'>): Prisma.Sql {
  const all = { ...asked, from: undefined, back: false };
  return Prisma.sql`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM ${source(list, all, reading.found)} WHERE ${within(list, all, reading)} ORDER BY ${order(list, all)} LIMIT ${mostCounted}) counted`;
}

// Few ids are fetched by their keys before anything else: a walk along the order could pass the whole table before it met them.
function source(list: ListShape, asked: Asked, found: Found | undefined): Prisma.Sql {
  const table = Prisma.raw(`"${list.table}"`);
  if (!isNarrowed(list, asked)) return table;
  return Prisma.sql`(SELECT * FROM ${table} WHERE "id" = ANY(${found?.ids ?? []}::uuid[]) OFFSET 0) AS found`;
}

const downwards = (list: ListShape, { sort, back }: Asked) => Boolean(list.sorts[sort]!.down) !== back;

function order(list: ListShape, asked: Asked): Prisma.Sql {
  const direction = downwards(list, asked) ? ' DESC' : '';
  // By its name alone this would be the text that the statement answers, which no index is sorted by.
  const id = `${isNarrowed(list, asked) ? 'found' : `"${list.table}"`}."id"`;
  return Prisma.raw(
    keysOf(list, asked)
      .map(({ key }) => (key === '"id"' ? id : key) + direction)
      .join(', '),
  );
}

type Key = { key: string; as: string; value?: string };

// The columns of the index: those that are to have a value, what is sorted by, the id.
function keysOf(list: ListShape, { sort, filters }: Asked): Key[] {
  const { by, as } = list.sorts[sort]!;
  const valued = Object.entries(list.filters).flatMap(([name, filter]): Key[] =>
    filter.kind === 'is' && filters[name] !== undefined
      ? [{ key: `"${filter.column}"`, as: filter.as, value: filters[name] }]
      : [],
  );
  return [...valued, { key: by, as }, { key: '"id"', as: 'uuid' }];
}

/**
 * Between two ends of that index, compared as whole rows. With an equation for each value PostgreSQL would take it that rows of
 * that value lie evenly along any other order as well, and walk the whole table where they do not.
 */
function within(list: ListShape, asked: Asked, { zone }: Pick<Reading, 'zone'>): Prisma.Sql {
  const keys = keysOf(list, asked);
  const { as } = list.sorts[asked.sort]!;
  const { from, until, others } = daysOf(list, asked, zone);
  const conditions = conditionsOf(list, asked);
  const down = downwards(list, asked);
  const place = asked.from && placeOf(list, asked.sort, asked.from);
  const first: End = { by: from ?? ends[as].least, id: leastId, open: false };
  const last: End = until ? { by: until, id: leastId, open: true } : { by: ends[as].most, id: mostId, open: false };
  // A place beyond the days that are asked for does not widen them.
  const low = place && !down && !(from && place.by < from) ? place : first;
  const high = place && down && !(until && place.by > until) ? place : last;
  return Prisma.join([beside(keys, '>', low), beside(keys, '<', high), ...conditions, ...others], ' AND ');
}

const conditionsOf = (list: ListShape, { filters }: Asked): Prisma.Sql[] =>
  Object.entries(list.filters).flatMap(([name, filter]) =>
    filter.kind === 'when' && filters[name] !== undefined ? [Prisma.raw(filter.sql)] : [],
  );

function placeOf(list: ListShape, sort: string, { value, id }: Place): End {
  const { by, as } = list.sorts[sort]!;
  if (typeof value === 'string') return { by: value, id, open: true };
  if (as !== 'text') return { by: as === 'timestamptz' ? new Date(value) : value, id, open: true };
  const own = Prisma.sql`(SELECT ${Prisma.raw(by)} FROM ${Prisma.raw(`"${list.table}"`)} WHERE "id" = ${id}::uuid)`;
  return { by: own, id, open: true };
}

type End = { by: Date | number | string | Prisma.Sql; id: string; open: boolean };

const leastId = '00000000-0000-0000-0000-000000000000';
const mostId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const ends = {
  timestamptz: { least: '-infinity', most: 'infinity' },
  bigint: { least: 0, most: mostMinor },
  // The last character of all.
  text: { least: '', most: '\u{10FFFF}' },
} as const;

function beside(keys: Key[], than: '<' | '>', { by, id, open }: End): Prisma.Sql {
  const values = keys.map(({ key, as, value }) => {
    const end = value ?? (key === '"id"' ? id : by);
    return Prisma.sql`${end}::${Prisma.raw(as)}`;
  });
  const row = Prisma.raw(`(${keys.map(({ key }) => key).join(', ')}) ${than}${open ? '' : '='}`);
  return Prisma.sql`${row} (${Prisma.join(values)})`;
}

// The days that bound the order itself, and those of another column, which only few rows have to pass.
function daysOf(list: ListShape, { sort, filters }: Asked, zone: string) {
  const days: { from?: Date; until?: Date; others: Prisma.Sql[] } = { others: [] };
  for (const [name, filter] of Object.entries(list.filters)) {
    const day = filters[name];
    if (day === undefined || (filter.kind !== 'from' && filter.kind !== 'until')) continue;
    const at = dayBegins(day, zone, filter.kind === 'from' ? 0 : 1);
    const column = `"${filter.column}"`;
    if (list.sorts[sort]!.by === column) days[filter.kind] = at;
    else
      days.others.push(
        Prisma.sql`${Prisma.raw(`${column} ${filter.kind === 'from' ? '>=' : '<'}`)} ${at}::timestamptz`,
      );
  }
  return days;
}

/** The ids that several searches and filters found, those that all of them have. */
export function foundByAll(found: readonly Found[]): Found {
  const [first = { ids: [], cut: false }, ...others] = found;
  const ids = others.reduce((kept, { ids: more }) => {
    const also = new Set(more);
    return kept.filter((id) => also.has(id));
  }, first.ids);
  return { ids, cut: found.some(({ cut }) => cut) };
}

/** The first ids of rows that were asked for one more than are taken. */
export function foundIn(rows: readonly { id: string }[]): Found {
  return { ids: rows.slice(0, mostFound).map(({ id }) => id), cut: rows.length > mostFound };
}

/** Rows in the order of their ids. */
export function inOrderOf<R extends { id: string }>(ids: readonly string[], rows: readonly R[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
