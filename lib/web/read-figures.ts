import type { SignedIn } from '@/lib/core/actor';
import { may } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { daysUpTo, weeksUpTo, type FigureRow, type ResponseRow } from '@/lib/core/dashboard';
import type { Permission } from '@/lib/core/permissions';
import { remembered } from '@/lib/core/remembered';
import { minute } from '@/lib/core/time';
import { dashboards } from '@/lib/domains-dashboard';

import { byCurrency, type Figure } from './read-dashboard';

type ByStaff = Reading & { actor: SignedIn };

/** How many days the page of figures can show, each beside as many before them. */
export const figurePeriods = [7, 28, 91] as const;
export type FigurePeriod = (typeof figurePeriods)[number];

const weeksShown = 12;

export type Responses = { name: string; weeks: ResponseRow[] };

// Everybody who may read a line reads the same rows.
const kept = remembered<readonly (FigureRow | ResponseRow)[]>({
  name: 'figures',
  holds: 'What was counted by day and by week for the page of figures, read again after a minute.',
  count: 100,
  bytes: 1024 * 1024,
  ttl: minute,
});
const remember = <R extends FigureRow | ResponseRow>(key: string, read: () => Promise<R[]>) =>
  kept.get(read, key) as Promise<R[]>;

/** Reads them anew at the next question. */
export const forgetFigures = (): void => kept.clear();

const linesOf = <L extends { permission: Permission }>({ actor }: ByStaff, lines: readonly L[]): L[] =>
  lines.filter(({ permission }) => may(actor, permission));

/** All that is counted by day, over a period and the one before it, as far as this member may read it. */
export async function readAllFigures(reading: ByStaff, period: FigurePeriod): Promise<Figure[]> {
  const days = daysUpTo(reading.now, await shopZone(), 2 * period);
  const lines = dashboards.flatMap(({ figures = [], moreFigures = [] }) => [...figures, ...moreFigures]);
  const all = linesOf(reading, lines).map(async ({ name, read }) => {
    const key = `day ${name} ${days.zone} ${days.dates[0]} ${days.dates.length}`;
    return byCurrency(name, await remember(key, () => read(reading, days)), days);
  });
  return (await Promise.all(all)).flat();
}

/** How long what came in each of the last twelve weeks waited for staff, as far as this member may read it. */
export async function readResponses(reading: ByStaff): Promise<Responses[]> {
  const weeks = weeksUpTo(reading.now, await shopZone(), weeksShown);
  const lines = dashboards.flatMap(({ responses = [] }) => responses);
  const all = linesOf(reading, lines).map(async ({ name, read }) => {
    const rows = await remember(`week ${name} ${weeks.zone} ${weeks.dates[0]}`, () => read(reading, weeks));
    const known = new Map(rows.map((row) => [row.week, row]));
    const none = { came: 0, answered: 0, median: null, most: null };
    return { name, weeks: weeks.dates.map((week) => known.get(week) ?? { week, ...none }) };
  });
  return Promise.all(all);
}
