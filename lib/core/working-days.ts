/** The days that are counted when a parcel is promised: Monday to Friday. Holidays are not known here. */
import { localIn } from './zoned-time';

const saturday = 6;
const isWorking = (day: Date) => day.getUTCDay() % saturday !== 0;

/**
 * The calendar day that is so many working days after another, both as the moment of their midnight in UTC. Nothing leaves on a day off:
 * zero days after a Saturday is the Monday behind it.
 */
export function afterWorkingDays(from: Date, count: number): Date {
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()));
  const next = () => day.setUTCDate(day.getUTCDate() + 1);
  while (!isWorking(day)) next();
  for (let left = count; left > 0; left -= isWorking(day) ? 1 : 0) next();
  return day;
}

/**
 * The first and the last day between which something arrives that takes so many working days, at least and at most, from a moment on. They
 * are counted from the day that the shop has then, in its time zone: whoever looks is told the same.
 */
export function arrival(from: Date, [least, most]: readonly [number, number], zone: string): [Date, Date] {
  const day = new Date(`${localIn(zone, from).slice(0, 10)}T00:00:00Z`);
  return [afterWorkingDays(day, least), afterWorkingDays(day, most)];
}
