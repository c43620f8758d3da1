/** The working days and hours of a shop as staff set them; safe in the browser. */
import { z } from 'zod';

import { maybeLine } from '@/lib/core/fields';

import { dayAfter, windowsOn, type Window } from './working-days';

/** How much a calendar may hold. */
export const calendarMost = { windows: 4, ranges: 100, daysOfRange: 92 } as const;

const minute = z.int().min(0).max(1_440);
const windows = z
  .array(z.tuple([minute, minute]))
  .max(calendarMost.windows)
  .refine((all) => all.every(([from, until], at) => from < until && (at === 0 || all[at - 1]![1] <= from)), {
    error: 'code:hours-order',
  });

const date = z.iso.date('code:bad-date');

const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;
// What is no date is said at its own field.
const isOutside = (days: number): boolean => days < 0 || days >= calendarMost.daysOfRange;

/** Days that are not as others: closed, or worked although they would be off. */
const range = z
  .object({ from: date, until: date, worked: z.boolean(), name: maybeLine(80) })
  .refine(({ from, until }) => !isOutside(daysBetween(from, until)), { error: 'code:days-order', path: ['until'] });
export type Range = z.output<typeof range>;

/** Whose public holidays are off: a country, and a region of it that has some of its own. */
const place = z.object({
  country: z.string().regex(/^[A-Z]{2}$/, 'code:bad-value'),
  region: z.string().regex(/^[A-Za-z0-9-]{0,10}$/, 'code:bad-value'),
});
export type Place = z.output<typeof place>;

export const calendarData = z.object({
  /** Monday first. */
  week: z.array(windows).length(7),
  holidays: place.nullable(),
  ranges: z.array(range).max(calendarMost.ranges),
});
export type CalendarData = z.output<typeof calendarData>;

const office: Window[] = [[9 * 60, 18 * 60]];

/** What holds until somebody saves another: Monday to Friday, no holidays. */
export const firstCalendar: CalendarData = {
  week: [office, office, office, office, office, [], []].map((day) => day.map(([from, until]) => [from, until])),
  holidays: null,
  ranges: [],
};

/** A day that the public calendar of a place sets apart: off, or worked in exchange for one that is off. */
export type PublicDay = { date: string; worked: boolean; name: { en: string; zh: string } };

/** The days from one to another that differ from the week: those of the public calendar, and over them what staff set apart. In their order. */
export function daysApart(
  { ranges }: Pick<CalendarData, 'ranges'>,
  publicDays: readonly PublicDay[],
  { from, until }: { from: string; until: string },
): PublicDay[] {
  const days = new Map(publicDays.map((each) => [each.date, each]));
  for (const { from: first, until: last, worked, name } of ranges)
    for (let date = first; date <= last; date = dayAfter(date))
      days.set(date, { date, worked, name: { en: name, zh: name } });
  return [...days.values()]
    .filter(({ date }) => date >= from && date <= until)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The windows of such days: a day that is worked although its weekday is off has the hours of the first day of the week that has any. */
export function windowsOfDays(
  week: CalendarData['week'],
  days: readonly PublicDay[],
): Record<string, readonly Window[]> {
  const usual = week.find((windows) => windows.length > 0) ?? [];
  const hoursOn = (date: string) => {
    const own = windowsOn({ week }, date);
    return own.length > 0 ? own : usual;
  };
  return Object.fromEntries(days.map(({ date, worked }) => [date, worked ? hoursOn(date) : []]));
}
