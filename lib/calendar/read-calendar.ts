import type { Db } from '@/lib/core/db';
import { readSettings } from '@/lib/core/shop-settings';
import { dayInZone } from '@/lib/core/zoned-time';

import { daysApart, windowsOfDays } from './choices/calendar';
import type { DeliveryCalendar } from './choices/delivery';
import { dayAfter } from './choices/working-days';
import { publicDays } from './public-days';
import { shopCalendar } from './shop-calendar';

// Longer than anything that is promised or on its way, and short enough to travel with a page.
const [daysBehind, daysAhead] = [120, 500];

const weekdays = [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [[0, 1_440] as const] : []));

/** When the shop of a zone works and carriers drive, from a moment on, for as long as anything is promised. */
export async function readDeliveryCalendar(
  { db, now }: { db: Pick<Db, 'settingsVersion'>; now: Date },
  zone: string,
): Promise<DeliveryCalendar> {
  const { version: _, ...data } = await readSettings(shopCalendar, db);
  const today = dayInZone(zone, now);
  const span = { from: dayAfter(today, -daysBehind), until: dayAfter(today, daysAhead) };
  const known = await publicDays(data.holidays, span);
  const off = daysApart({ ranges: [] }, known, span).filter(({ worked }) => !worked);
  return {
    hours: { zone, week: data.week, days: windowsOfDays(data.week, daysApart(data, known, span)) },
    country: data.holidays?.country,
    carriers: { week: weekdays, days: Object.fromEntries(off.map(({ date }) => [date, []])) },
  };
}
