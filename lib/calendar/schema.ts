/** What the form of the calendar sends; safe in the browser. */
import { z } from 'zod';

import { maybeLine } from '@/lib/core/fields';
import { hoursLine } from '@/lib/core/hours-line';
import { whole } from '@/lib/core/whole-number';

import { calendarData, calendarMost, type CalendarData } from './choices/calendar';

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const rangeName = /^ranges\.(\d{1,3})\.(from|until|kind|name)$/;

/** A calendar as its form sends it, with the version that it showed: hours as `week.<day>`, days apart as `ranges.<row>.<part>`. */
export const calendarInput = z
  .object({
    shown: whole(0, 2_000_000_000),
    country: maybeLine(2).default(''),
    region: maybeLine(10).default(''),
    ...Object.fromEntries(weekdays.map((day) => [`week.${day}`, hoursLine.default([])])),
  })
  .catchall(z.unknown())
  .transform((form, ctx): CalendarData & { shown: number } => {
    const read = calendarData.safeParse({
      week: weekdays.map((day) => form[`week.${day}`]),
      holidays: form.country ? { country: form.country.toUpperCase(), region: form.region } : null,
      ranges: rangesIn(form).map(({ row: _, ...range }) => range),
    });
    if (read.success) return { ...read.data, shown: form.shown };
    for (const { message, path } of read.error.issues)
      ctx.addIssue({ code: 'custom', message, path: [fieldOf(path, form)] });
    return z.NEVER;
  });

// A row in which nothing stands is none; one that ends nowhere is a single day.
function rangesIn(form: Record<string, unknown>) {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(form)) {
    const [, row, part] = rangeName.exec(name) ?? [];
    if (row !== undefined && typeof value === 'string')
      rows.set(Number(row), { ...rows.get(Number(row)), [part!]: value.trim() });
  }
  return [...rows]
    .filter(([, { from, until, name }]) => from || until || name)
    .slice(0, calendarMost.ranges + 1)
    .map(([row, { from = '', until, kind, name = '' }]) => ({
      ...{ row, from, until: until || from, worked: kind === 'worked', name },
    }));
}

// What is wrong is said at the field in which it stands.
function fieldOf([part, at, inside]: readonly PropertyKey[], form: Record<string, unknown>): string {
  if (part === 'week') return `week.${String(at)}`;
  if (part === 'holidays') return at === 'region' ? 'region' : 'country';
  const range = rangesIn(form)[Number(at)];
  return range ? `ranges.${range.row}.${String(inside ?? 'from')}` : 'ranges';
}
