import { daysApart, type CalendarData, type PublicDay } from './choices/calendar';
import { dayAfter } from './choices/working-days';
import { publicDays } from './public-days';

/** A day that differs from the week: closed, or worked although it would be off. */
export type ApartDay = PublicDay;

const most = 24;
const daysAhead = 366;

/** The next days that differ from the week, from a day on for a year. */
export async function daysAheadOf(data: CalendarData, from: string): Promise<ApartDay[]> {
  const span = { from, until: dayAfter(from, daysAhead) };
  return daysApart(data, await publicDays(data.holidays, span), span).slice(0, most);
}
