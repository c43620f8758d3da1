import type { Reading } from './context';
import type { Localized } from './locale';
import type { Permission } from './permissions';
import { dayInZone } from './zoned-time';

/** A count stops here, and is then shown as "99+". */
export const countsTo = 100;

/** How much waits for staff, counted to `countsTo`, and since when the oldest of it does. */
export type Waiting = { count: number; oldest: Date | null };

/** Work that waits in a section of the staff pages; its words are `staff.dashboard.waiting.<name>`. */
export type WaitingLine = {
  name: string;
  section: string;
  permission: Permission;
  path: () => string;
  read: (reading: Reading) => Promise<Waiting>;
};

/** Something that happens within a day, or goes on now. */
export type Happening = { at: Date; kind: string; title: Localized; path: string };

/** What happens today; the words of a kind are `staff.dashboard.today.<kind>`. */
export type HappeningsLine = { permission: Permission; read: (reading: Reading) => Promise<Happening[]> };

/** The days of a figure, the oldest first, as `YYYY-MM-DD` in the time zone of the brand; `since` is before all of them. */
export type FigureDays = { zone: string; since: Date; dates: string[] };

/** Values by day, of one currency in minor units where it is money. Days without any are left out. */
export type FigureRow = { day: string; value: number; currency?: string };

/** Something counted by day; its words are `staff.dashboard.figures.<name>`. */
export type FigureLine = {
  name: string;
  permission: Permission;
  read: (reading: Reading, days: FigureDays) => Promise<FigureRow[]>;
};

/** What came in a week, how much of it was answered, and how many seconds half and nine tenths of that took at most. */
export type ResponseRow = { week: string; came: number; answered: number; median: number | null; most: number | null };

/** How long something waited for the first act of staff, by the week in which it came; its words are `staff.figures.responses.<name>`. */
export type ResponseLine = {
  name: string;
  permission: Permission;
  /** `weeks` names the Mondays with which they begin. */
  read: (reading: Reading, weeks: FigureDays) => Promise<ResponseRow[]>;
};

/** Something that is wrong while its count is not nought; its words are `staff.dashboard.wrong.<name>`. */
export type WrongLine = {
  name: string;
  permission: Permission;
  path?: () => string;
  read: (reading: Reading) => Promise<number>;
};

/** What a domain shows on the start of the staff pages. Each read is one statement that an index serves. */
export type Dashboard = {
  waiting?: readonly WaitingLine[];
  today?: readonly HappeningsLine[];
  figures?: readonly FigureLine[];
  /** Figures that only their own page shows. */
  moreFigures?: readonly FigureLine[];
  /** How fast staff answer, on the page of figures. */
  responses?: readonly ResponseLine[];
  wrong?: readonly WrongLine[];
};

/** Declares what a domain shows on the start of the staff pages. */
export const declareDashboard = (dashboard: Dashboard): Dashboard => dashboard;

const figureDays = 14;

/** This day and those before it, a fortnight unless told otherwise, by the calendar of a time zone. */
export function daysUpTo(now: Date, zone: string, count = figureDays): FigureDays {
  const today = dayInZone(zone, now);
  // Noon in UTC, so that counting days back meets no change of clocks.
  const noon = Date.parse(`${today}T12:00:00Z`);
  const back = (days: number) => new Date(noon - days * 86_400_000);
  const dates = Array.from({ length: count }, (_, at) =>
    back(count - 1 - at)
      .toISOString()
      .slice(0, 10),
  );
  // No zone is further than fourteen hours from UTC.
  return { zone, since: new Date(+back(count - 1) - 27 * 3_600_000), dates };
}

/** This week and those before it, by the Mondays with which they begin. */
export function weeksUpTo(now: Date, zone: string, count: number): FigureDays {
  const { dates } = daysUpTo(now, zone, 7 * count);
  const isMonday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay() === 1;
  const mondays = dates.filter(isMonday);
  return { zone, since: new Date(Date.parse(`${mondays[0]}T12:00:00Z`) - 27 * 3_600_000), dates: mondays };
}
