/** The days that are counted when a parcel is promised: Monday to Friday. Holidays are not known here. */

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

/** The first and the last day between which something arrives that takes so many working days, at least and at most. */
export function arrival(ordered: Date, [least, most]: readonly [number, number]): [Date, Date] {
  return [afterWorkingDays(ordered, least), afterWorkingDays(ordered, most)];
}
