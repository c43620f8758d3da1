import { daysUpTo } from './dashboard';
import type { Db } from './db';
import { isNarrowed, type Asked, type BuiltInView, type ListShape } from './list';
import { countStatement } from './list-page';
import { Prisma } from './prisma-client/client';

/** What a view asks for now, as it stands in an address. */
export type ViewAddress = { filters: Record<string, string>; sort?: string };

type Today = { now: Date; zone: string };

/** The filters and the order of a view that a list brings along; its days are those of a zone's calendar. */
export function viewAddress({ filters, sort }: BuiltInView, today: Today): ViewAddress {
  const said = Object.entries(filters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : dayBefore(today, value.daysAgo),
  ]);
  return { filters: Object.fromEntries(said) as Record<string, string>, sort };
}

const dayBefore = ({ now, zone }: Today, days: number): string => daysUpTo(now, zone, days + 1).dates[0]!;

/** A view of the list as if its address were read. */
export function askedByView(list: ListShape, view: BuiltInView, today: Today): Asked {
  const { filters, sort = Object.keys(list.sorts)[0]! } = viewAddress(view, today);
  return { sort, filters, back: false, unknown: [] };
}

/**
 * How many rows stand in each view that is counted, as far as counts go, by one statement. Views by a filter whose ids the domain finds are
 * counted there.
 */
export async function countViews(
  list: ListShape,
  { db, ...today }: Today & { db: Pick<Db, '$queryRaw'> },
): Promise<Record<string, number>> {
  const counts = countedViews(list, today).map(
    ({ name, asked }) => Prisma.sql`SELECT ${name}::text AS "name", (${countStatement(list, asked, today)}) AS "count"`,
  );
  if (counts.length === 0) return {};
  const rows = await db.$queryRaw<{ name: string; count: number }[]>(Prisma.join(counts, ' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

function countedViews(list: ListShape, today: Today): { name: string; asked: Asked }[] {
  return Object.entries(list.views ?? {}).flatMap(([name, view]) => {
    const asked = askedByView(list, view, today);
    return view.counted && !isNarrowed(list, asked) ? [{ name, asked }] : [];
  });
}
