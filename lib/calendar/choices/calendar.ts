/** The working days and hours of a shop as staff set them; safe in the browser. */
import { z } from 'zod';

import { maybeLine } from '@/lib/core/fields';

import { dayAfter, type Window } from './working-days';

/** How much a calendar may hold. */
export const calendarMost = { windows: 4, ranges: 100, daysOfRange: 92, yearsAhead: 5 } as const;

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

/**
 * The days that differ from the week: public holidays, days worked in exchange for them, and over both what staff said themselves. A day
 * that is worked although its weekday is off has the hours of the first day of the week that has any.
 */
export function daysApart({ week, ranges }: CalendarData, publicDays: readonly PublicDay[]): Record<string, Window[]> {
  const usual = week.find((windows) => windows.length > 0) ?? [];
  const worked = (on: string): Window[] => {
    const own = week[(new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7]!;
    return own.length > 0 ? own : usual;
  };
  const days: Record<string, Window[]> = {};
  for (const each of publicDays) days[each.date] = each.worked ? worked(each.date) : [];
  for (const { from, until, worked: isWorked } of ranges)
    for (let on = from; on <= until; on = dayAfter(on)) days[on] = isWorked ? worked(on) : [];
  return days;
}
