import { dayInZone, readLocal } from '@/lib/core/zoned-time';

/** A month of a shop's calendar: its name, `YYYY-MM`, and the moments at which it begins and the next one does. */
export type Month = { name: string; from: Date; until: Date };

const shape = /^(20\d\d)-(0[1-9]|1[0-2])$/;

/** The month of a name in a zone; null for what is none. */
export function monthOf(name: string, zone: string): Month | null {
  if (!shape.test(name)) return null;
  const begin = (month: string) => readLocal(`${month}-01T00:00`, zone)?.at;
  const [from, until] = [begin(name), begin(monthBeside(name, 1))];
  return from && until ? { name, from, until } : null;
}

/** The month that a zone has at a moment. */
export const monthAt = (zone: string, at: Date): string => dayInZone(zone, at).slice(0, 7);

/** The name of the month so many after this one; before it where the count is below zero. */
export function monthBeside(name: string, count: number): string {
  const [year, month] = name.split('-').map(Number) as [number, number];
  const at = year * 12 + month - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
