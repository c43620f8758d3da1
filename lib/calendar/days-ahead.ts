import type { CalendarData, PublicDay } from './choices/calendar';
import { dayAfter } from './choices/working-days';
import { publicDays } from './public-days';

/** A day that differs from the week: closed, or worked although it would be off. */
export type ApartDay = PublicDay;

const most = 24;
const daysAhead = 366;

/** The next days that differ from the week, from a day on for a year: what staff set apart stands over what the public calendar says. */
export async function daysAheadOf({ holidays, ranges }: CalendarData, from: string): Promise<ApartDay[]> {
  const until = dayAfter(from, daysAhead);
  const years = [...new Set([from, until].map((date) => Number(date.slice(0, 4))))];
  const days = new Map((holidays ? await publicDays(holidays, years) : []).map((each) => [each.date, each]));
  for (const { from: first, until: last, worked, name } of ranges)
    for (let date = first; date <= last; date = dayAfter(date))
      days.set(date, { date, worked, name: { en: name, zh: name } });
  return [...days.values()]
    .filter(({ date }) => date >= from && date <= until)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, most);
}
