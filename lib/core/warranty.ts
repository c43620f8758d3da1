import { marketZone, promisesOf } from './market';
import { dayInZone, readLocal } from './zoned-time';

/** A warranty of so many months from a delivery on, reckoned in the days of a zone. */
export type WarrantyTerms = { deliveredAt: Date; months: number; zone: string };

/** The warranty of what was sold under a version of a market and came then; null where that promised none, or nothing came. */
export function warrantyOf(marketData: unknown, deliveredAt: Date | null | undefined): WarrantyTerms | null {
  const { warranty: months } = promisesOf(marketData);
  return months === null || !deliveredAt ? null : { deliveredAt, months, zone: marketZone(marketData) };
}

type Repaired = { handedOverAt: Date | null; warrantyMonths: number | null; warrantyZone: string };

/** The warranty that a repair gives from its hand-over on; null where it gives none. */
export const warrantyOfRepair = ({ handedOverAt, warrantyMonths: months, warrantyZone: zone }: Repaired) =>
  handedOverAt && months !== null ? ({ deliveredAt: handedOverAt, months, zone } satisfies WarrantyTerms) : null;

/** The last day of a warranty, `YYYY-MM-DD`, its noon there, and whether it holds. */
export type Warranty = { lastDay: string; at: Date; holds: boolean };

/**
 * How a warranty stands at a moment. It ends with the day that has the number of the day of delivery, or with the month's last one where the month has
 * no such day.
 */
export function warrantyAt({ deliveredAt, months, zone }: WarrantyTerms, now: Date): Warranty {
  const lastDay = monthsLater(dayInZone(zone, deliveredAt), months);
  const noon = readLocal(`${lastDay}T12:00`, zone);
  return { lastDay, at: noon?.at ?? deliveredAt, holds: dayInZone(zone, now) <= lastDay };
}

function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
