/** Working time by a calendar: hours of several windows a day in a zone, days off, and days that are worked by other hours. Safe in the browser. */
import { dayInZone, readLocal } from '@/lib/core/zoned-time';

import { dayAfter, mostDays, windowsOn, type WorkingHours } from './working-days';

type Span = readonly [from: number, until: number];

// A clock that is put back shows a time twice: the first one is meant, so that windows that meet on the wall meet in time as well.
function spansOn(hours: WorkingHours, date: string): Span[] {
  return windowsOn(hours, date).map(([from, until]) => [momentOf(hours, date, from), momentOf(hours, date, until)]);
}

function momentOf({ zone }: WorkingHours, date: string, minute: number): number {
  const [day, rest] = minute < 1_440 ? [date, minute] : [dayAfter(date), minute - 1_440];
  const two = (count: number) => String(count).padStart(2, '0');
  return readLocal(`${day}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`, zone)!.at.getTime();
}

/** How many milliseconds are worked between two moments; less than nothing where the second lies before the first. */
export function workingBetween(hours: WorkingHours, from: Date, until: Date): number {
  if (until < from) return -workingBetween(hours, until, from);
  const last = dayInZone(hours.zone, until);
  let worked = 0;
  for (let date = dayInZone(hours.zone, from); date <= last; date = dayAfter(date))
    for (const [begins, ends] of spansOn(hours, date))
      worked += Math.max(0, Math.min(ends, until.getTime()) - Math.max(begins, from.getTime()));
  return worked;
}

/**
 * The moment at which so many milliseconds of work are done that begins at another, not before it. What ends with a window ends there, and
 * not at the beginning of the next one. Null where the calendar has too few hours for it in ten years.
 */
export function addWorking(hours: WorkingHours, from: Date, ms: number): Date | null {
  if (ms <= 0) return from;
  let left = ms;
  let date = dayInZone(hours.zone, from);
  for (let count = 0; count < mostDays; count += 1, date = dayAfter(date))
    for (const [begins, ends] of spansOn(hours, date)) {
      const start = Math.max(begins, from.getTime());
      if (ends <= start) continue;
      if (left <= ends - start) return new Date(start + left);
      left -= ends - start;
    }
  return null;
}
