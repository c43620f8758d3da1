/** Between which days a parcel comes; safe in the browser. */
import { dayInZone } from '@/lib/core/zoned-time';

import { afterWorkingDays, dayAfter, minuteIn, windowsOn, type WorkingHours } from './working-days';

/** When a shop works, and on which days carriers drive: Monday to Friday without the public holidays of the shop's place. */
export type DeliveryCalendar = {
  hours: WorkingHours;
  carriers: Pick<WorkingHours, 'week' | 'days'>;
  /** The country of the shop, whose public holidays are kept; none while nobody has said it. */
  country?: string;
};

/** How long a delivery takes: working days of the shop until it leaves, at most, and then days of the carrier, at least and at most. */
export type DeliveryTime = { packing: number; days: readonly [number, number] };

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/**
 * The first and the last day between which something comes that is ordered at a moment, each as its midnight in UTC. They are counted from
 * the day that the shop has then; what is ordered after its last hour counts for the next one. Whoever looks is told the same. Null where
 * the shop never works.
 */
export function arrival(at: Date, { packing, days }: DeliveryTime, calendar: DeliveryCalendar): [Date, Date] | null {
  const { hours, carriers } = calendar;
  const first = afterWorkingDays(hours, workday(at, hours), 0);
  const left = first && afterWorkingDays(hours, first, packing);
  const [earliest, latest] = [
    first && afterWorkingDays(carriers, first, days[0]),
    left && afterWorkingDays(carriers, left, days[1]),
  ];
  return earliest && latest ? [midnight(earliest), midnight(latest)] : null;
}

/** The same of a parcel that has left. */
export function arrivalOfSent(
  at: Date,
  days: DeliveryTime['days'],
  { hours, carriers }: DeliveryCalendar,
): [Date, Date] | null {
  const from = dayInZone(hours.zone, at);
  const [earliest, latest] = days.map((count) => afterWorkingDays(carriers, from, count));
  return earliest && latest ? [midnight(earliest), midnight(latest)] : null;
}

function workday(at: Date, hours: WorkingHours): string {
  const today = dayInZone(hours.zone, at);
  const last = windowsOn(hours, today).at(-1)?.[1];
  return last !== undefined && minuteIn(hours.zone, at) >= last ? dayAfter(today) : today;
}
