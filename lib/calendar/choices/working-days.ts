/** Days of a calendar: which are worked, by which windows, and what day it is in a zone. Safe in the browser. */
import { localIn } from '@/lib/core/zoned-time';

/** From a minute of the day up to another, as the clock on the wall shows them; 1440 is the midnight that ends the day. */
export type Window = readonly [from: number, until: number];

/** When people work: the windows of each day of the week, Monday first, in their order, and those of single days (`YYYY-MM-DD`) that differ. */
export type WorkingHours = {
  zone: string;
  week: readonly (readonly Window[])[];
  days?: Readonly<Record<string, readonly Window[]>>;
};

const dayMs = 86_400_000;
/** What takes longer than so many calendar days ends never: the calendar has no hours. */
export const mostDays = 3_660;

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** The day so many after another, both as `YYYY-MM-DD`. */
export function dayAfter(date: string, count = 1): string {
  return new Date(midnight(date).getTime() + count * dayMs).toISOString().slice(0, 10);
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
