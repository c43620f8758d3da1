/** Whether somebody is there at a moment, and until or from when, by opening hours. Safe in the browser. */
import { dayInZone, readLocal } from '@/lib/core/zoned-time';

import { dayAfter, windowsOn, type WorkingHours } from './working-days';

export type Stand = { open: true; until: Date } | { open: false; opens: Date | null };

// Further than any holidays reach that travel with a page.
const daysAhead = 60;

/**
 * Whether it is open at a moment: until when, over windows that meet, or else when it opens next, within two months; null where it does not. Closed until a
 * moment, it opens with the first window of the time after it.
 */
export function standAt(hours: WorkingHours, now: Date, closedUntil: Date | null = null): Stand {
  const from = closedUntil && closedUntil > now ? closedUntil : now;
  const spans = spansFrom(hours, from);
  const [first, ...rest] = spans;
  if (!first) return { open: false, opens: null };
  if (from > now || first.begins > now) return { open: false, opens: first.begins > from ? first.begins : from };
  let until = first.ends;
  for (const { begins, ends } of rest) {
    if (begins.getTime() !== until.getTime()) break;
    until = ends;
  }
  return { open: true, until };
}

// The windows that end after a moment, in their order.
function spansFrom(hours: WorkingHours, from: Date): { begins: Date; ends: Date }[] {
  // Of the day before, what ends at midnight may be read as the first minute of this one.
  let date = dayAfter(dayInZone(hours.zone, from), -1);
  const spans: { begins: Date; ends: Date }[] = [];
  for (let count = 0; count < daysAhead; count += 1, date = dayAfter(date))
    for (const [begin, end] of windowsOn(hours, date)) {
      const span = { begins: momentOf(hours.zone, date, begin), ends: momentOf(hours.zone, date, end) };
      if (span.ends > from && span.ends > span.begins) spans.push(span);
    }
  return spans;
}

function momentOf(zone: string, date: string, minute: number): Date {
  const [day, rest] = minute < 1_440 ? [date, minute] : [dayAfter(date), minute - 1_440];
  const two = (count: number) => String(count).padStart(2, '0');
  return readLocal(`${day}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`, zone)!.at;
}
