import { cache } from 'react';

import { may, type SignedIn } from '@/lib/core/actor';
import { reading, type Reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import {
  daysUpTo,
  type Dashboard,
  type FigureDays,
  type FigureRow,
  type Happening,
  type Waiting,
} from '@/lib/core/dashboard';
import type { Permission } from '@/lib/core/permissions';
import { dashboards } from '@/lib/domains-dashboard';

type ByStaff = Reading & { actor: SignedIn };

/** The lines of one kind that somebody may read. */
function linesFor<Line extends { permission: Permission }>(
  { actor }: ByStaff,
  linesOf: (dashboard: Dashboard) => readonly Line[] | undefined,
): Line[] {
  return dashboards.flatMap((each) => linesOf(each) ?? []).filter(({ permission }) => may(actor, permission));
}

export type WaitingWork = Waiting & { name: string; section: string; path: string };

/** What waits for this member of staff, the longest waiting first; read once per request, for the frame and the page in it. */
export const readWaiting = cache(async (actor: SignedIn): Promise<WaitingWork[]> => {
  const ask = { ...reading(actor), actor };
  const work = linesFor(ask, (each) => each.waiting).map(async ({ name, section, path, read }) => ({
    ...(await read(ask)),
    name,
    section,
    path: path(),
  }));
  const all = (await Promise.all(work)).filter(({ count }) => count > 0);
  return all.toSorted((one, other) => +(one.oldest ?? 0) - +(other.oldest ?? 0));
});

/** What goes on now or begins within a day, in the order of time. */
export async function readToday(reading: ByStaff): Promise<Happening[]> {
  const all = await Promise.all(linesFor(reading, (each) => each.today).map(({ read }) => read(reading)));
  return all.flat().toSorted((one, other) => +one.at - +other.at);
}

export type Figure = { name: string; currency?: string; days: { day: string; value: number }[] };

/** What is counted by day, each over a fortnight; money once for each currency that came in. */
export async function readFigures(reading: ByStaff): Promise<Figure[]> {
  const days = daysUpTo(reading.now, await shopZone());
  const all = linesFor(reading, (each) => each.figures).map(async ({ name, read }): Promise<Figure[]> => {
    return byCurrency(name, await read(reading, days), days);
  });
  return (await Promise.all(all)).flat();
}

/** A figure with a value for each day; one for each currency where it is money. */
export function byCurrency(name: string, rows: readonly FigureRow[], { dates }: FigureDays): Figure[] {
  const currencies = rows.length === 0 ? [undefined] : [...new Set(rows.map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) => {
    const values = new Map(rows.filter((row) => row.currency === currency).map(({ day, value }) => [day, value]));
    return { name, currency, days: dates.map((day) => ({ day, value: values.get(day) ?? 0 })) };
  });
}

/** What is wrong now. */
export async function readWrong(reading: ByStaff): Promise<{ name: string; count: number; path?: string }[]> {
  const all = linesFor(reading, (each) => each.wrong).map(async ({ name, path, read }) => ({
    name,
    count: await read(reading),
    path: path?.(),
  }));
  return (await Promise.all(all)).filter(({ count }) => count > 0);
}
