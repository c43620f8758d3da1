/** Whether every order of a list, with every set of filters that it takes, is read along an index. */
import { pool } from '@/lib/core/db';
import {
  isNarrowed,
  listPageSize,
  mostCounted,
  mostFound,
  readList,
  type Asked,
  type FilterOf,
  type ListShape,
} from '@/lib/core/list';
import { askedByView } from '@/lib/core/list-views';
import { countStatement, pageStatement, type Found } from '@/lib/core/list-page';
import type { Prisma } from '@/lib/core/prisma-client/client';

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
};

/** Values to try for each filter: rare ones too, since a walk that passes over others shows only there. */
type Values<L extends ListShape> = Readonly<Record<FilterOf<L>, readonly string[]>>;

/**
 * By case, what the database does that would take longer in a longer table: nothing is as it should be. With `most` it
 * looks no further than that many slow cases.
 */
export async function slowPlans<L extends ListShape>(
  list: L,
  values: Values<L>,
  found: Found,
  { most = Infinity }: { most?: number } = {},
): Promise<Record<string, string[]>> {
  const slow: Record<string, string[]> = {};
  for (const query of casesOf(list, values)) {
    if (Object.keys(slow).length >= most) break;
    const asked = readList(list, query);
    for (const [name, statement] of Object.entries(await statementsOf(list, asked, found))) {
      const complaints = await complaintsOf(statement, isNarrowed(list, asked) ? mostFound : 2 * mostCounted);
      if (complaints.length > 0) slow[`${name} ${JSON.stringify(query)}`] = complaints;
    }
  }
  return slow;
}

/** The same of the views that a list brings along, as they are shown and as they are counted. */
export async function slowViews(list: ListShape, found: Found): Promise<Record<string, string[]>> {
  const slow: Record<string, string[]> = {};
  for (const [name, view] of Object.entries(list.views ?? {})) {
    const asked = askedByView(list, view, { now: new Date('2026-04-01T00:00:00Z'), zone: 'UTC' });
    for (const [kind, statement] of Object.entries(await statementsOf(list, asked, found))) {
      const complaints = await complaintsOf(statement, isNarrowed(list, asked) ? mostFound : 2 * mostCounted);
      if (complaints.length > 0) slow[`${name} ${kind}`] = complaints;
    }
  }
  return slow;
}

/** Every order with every set of filters that it takes, each filter with each of its values. */
export function casesOf<L extends ListShape>(list: L, given: Values<L>): Record<string, string>[] {
  const values: Readonly<Record<string, readonly string[]>> = given;
  return Object.entries(list.sorts).flatMap(([sort, { with: allowed = Object.keys(list.filters), needs }]) => {
    const indexed = allowed.filter((name) => list.filters[name]!.kind !== 'some');
    const sets = indexed.reduce<Record<string, string>[]>(
      (before, name) => [
        ...(name === needs ? [] : before),
        ...before.flatMap((set) => values[name]!.map((value) => ({ ...set, [name]: value }))),
      ],
      [{ sort }],
    );
    const narrowing = Object.entries(list.filters).filter(([, { kind }]) => list.search || kind === 'some');
    const among = narrowing.map(([name]) => ({ sort, ...(list.search && { q: 'a' }), [name]: values[name]![0]! }));
    return [...sets, ...among];
  });
}

async function statementsOf(list: ListShape, asked: Asked, found: Found): Promise<Record<string, Prisma.Sql>> {
  const reading = { zone: 'UTC', found };
  const first = pageStatement(list, asked, reading);
  const { rows } = await pool.query<{ id: string; value: number }>(first.text, first.values as unknown[]);
  const from = rows[Math.min(rows.length, listPageSize) - 1];
  return {
    first,
    count: countStatement(list, asked, reading),
    ...(from && {
      after: pageStatement(list, { ...asked, from }, reading),
      before: pageStatement(list, { ...asked, from, back: true }, reading),
    }),
  };
}

async function complaintsOf({ text, values }: Prisma.Sql, most: number): Promise<string[]> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    values as unknown[],
  );
  return complaints(rows[0]!['QUERY PLAN'][0].Plan, most);
}

function complaints(plan: Plan, most: number): string[] {
  const { 'Node Type': type, 'Actual Rows': actual = 0, 'Rows Removed by Filter': passed = 0, Plans = [] } = plan;
  return [
    ...(type === 'Seq Scan' ? ['reads the whole table'] : []),
    ...(/Sort/.test(type) && Plans.some((each) => (each['Actual Rows'] ?? 0) > most) ? ['sorts more than a page'] : []),
    ...(actual > most ? [`${type} reads ${actual} rows`] : []),
    // With a value that stands in many rows it may be cheaper to pass over a few of the others.
    ...(passed > mostFound ? [`${type} passes over ${passed} rows`] : []),
    ...Plans.flatMap((each) => complaints(each, most)),
  ];
}
