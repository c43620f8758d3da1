/** Working time by a calendar: hours of several windows a day in a zone, days off, and days that are worked by other hours. Safe in the browser. */
import { localIn, readLocal } from '@/lib/core/zoned-time';

/** From a minute of the day up to another, as the clock on the wall shows them; 1440 is the midnight that ends the day. */
export type Window = readonly [from: number, until: number];

/** When people work: the windows of each day of the week, Monday first, in their order, and those of single days (`YYYY-MM-DD`) that differ. */
export type WorkingHours = {
  zone: string;
  week: readonly (readonly Window[])[];
  days?: Readonly<Record<string, readonly Window[]>>;
};

const dayMs = 86_400_000;
// What takes longer than ten years of calendar days ends never: the calendar has no hours.
const mostDays = 3_660;

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** The day so many after another, both as `YYYY-MM-DD`. */
export function dayAfter(date: string, count = 1): string {
  return new Date(midnight(date).getTime() + count * dayMs).toISOString().slice(0, 10);
}

/** The day of the calendar that a zone has at a moment. */
export function dayIn(zone: string, at: Date): string {
  return localIn(zone, at).slice(0, 10);
}

/** The minute of its day that a zone has at a moment. */
export function minuteIn(zone: string, at: Date): number {
  const [hours, minutes] = localIn(zone, at).slice(11).split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}

/** The windows that are worked on a day; none on a day off. */
export function windowsOn({ week, days }: Omit<WorkingHours, 'zone'>, date: string): readonly Window[] {
  return days?.[date] ?? week[(midnight(date).getUTCDay() + 6) % 7] ?? [];
}

/** Whether anything is worked on a day. */
export const isWorkingDay = (hours: Omit<WorkingHours, 'zone'>, date: string): boolean =>
  windowsOn(hours, date).length > 0;

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
  const last = dayIn(hours.zone, until);
  let worked = 0;
  for (let date = dayIn(hours.zone, from); date <= last; date = dayAfter(date))
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
  let date = dayIn(hours.zone, from);
  for (let count = 0; count < mostDays; count += 1, date = dayAfter(date))
    for (const [begins, ends] of spansOn(hours, date)) {
      const start = Math.max(begins, from.getTime());
      if (ends <= start) continue;
      if (left <= ends - start) return new Date(start + left);
      left -= ends - start;
    }
  return null;
}

/**
 * The day that is so many working days after another, `YYYY-MM-DD`; nothing leaves on a day off, so that none after a Saturday is the next
 * working day. Null where no day is worked within ten years.
 */
export function afterWorkingDays(hours: Omit<WorkingHours, 'zone'>, from: string, count: number): string | null {
  let [date, left] = [from, count];
  for (let tried = 0; tried < mostDays; tried += 1, date = dayAfter(date)) {
    if (!isWorkingDay(hours, date)) continue;
    if (left === 0) return date;
    left -= 1;
  }
  return null;
}
