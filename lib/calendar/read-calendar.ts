import type { Db } from '@/lib/core/db';
import { readSettings } from '@/lib/core/shop-settings';

import { daysApart } from './choices/calendar';
import type { DeliveryCalendar } from './choices/delivery';
import { dayAfter, dayIn } from './choices/working-days';
import { publicDays } from './public-days';
import { shopCalendar } from './shop-calendar';

// Longer than anything that is promised or on its way, and short enough to travel with a page.
const [daysBehind, daysAhead] = [120, 500];

const weekdays = [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [[0, 1_440] as const] : []));

const yearsBetween = (from: string, until: string): number[] => {
  const [first, last] = [from, until].map((date) => Number(date.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
};

/** When the shop of a zone works and carriers drive, from a moment on, for as long as anything is promised. */
export async function readDeliveryCalendar(
  { db, now }: { db: Pick<Db, 'settingsVersion'>; now: Date },
  zone: string,
): Promise<DeliveryCalendar> {
  const { version: _, ...data } = await readSettings(shopCalendar, db);
  const [from, until] = [-daysBehind, daysAhead].map((days) => dayAfter(dayIn(zone, now), days)) as [string, string];
  const known = data.holidays ? await publicDays(data.holidays, yearsBetween(from, until)) : [];
  const near = <T>(days: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(days).filter(([date]) => date >= from && date <= until));
  const off = known.filter(({ worked }) => !worked).map(({ date }) => [date, []] as const);
  return {
    hours: { zone, week: data.week, days: near(daysApart(data, known)) },
    carriers: { week: weekdays, days: near(Object.fromEntries(off)) },
  };
}
