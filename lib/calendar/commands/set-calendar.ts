import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { may } from '@/lib/core/actor';
import { saveSettings } from '@/lib/core/shop-settings';

import type { CalendarData } from '../choices/calendar';
import { holidayPlaces } from '../public-days';
import { shopCalendar } from '../shop-calendar';

/**
 * Sets when the shop works, from now on for everything that is promised. Refuses as saveSettings does, a week without hours, and a place
 * whose holidays nobody knows.
 */
export async function setCalendar(ctx: Ctx, { shown, ...data }: CalendarData & { shown: number }): Promise<void> {
  allow(may(ctx.actor, 'calendar.edit'));
  if (data.week.every((windows) => windows.length === 0))
    throw new Refused('never-worked', 'No day of the week has hours', { field: 'week.0' });
  if (data.holidays) await checkPlace(data.holidays);
  await saveSettings(ctx, shopCalendar, { shown, data });
}

async function checkPlace({ country, region }: NonNullable<CalendarData['holidays']>): Promise<void> {
  if (!Object.hasOwn(await holidayPlaces(), country))
    throw new Refused('holidays-unknown', 'The holidays of this country are not known', { field: 'country' });
  if (region && !Object.hasOwn(await holidayPlaces(country), region))
    throw new Refused('holidays-unknown', 'The country has no such region', { field: 'region' });
}
