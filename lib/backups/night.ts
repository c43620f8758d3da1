import { day } from '@/lib/core/time';
import { localIn } from '@/lib/core/zoned-time';

/** When the night's backup is made, by the clock of the shop. */
export const quietTime = '03:15';

/** The night that a moment belongs to, as YYYY-MM-DD: it begins at the quiet time, so that one that was missed is made up for by day. */
export function nightOf(now: Date, zone: string): string {
  const local = localIn(zone, now);
  const date = local.slice(0, 10);
  if (local.slice(11, 16) >= quietTime) return date;
  return new Date(Date.parse(`${date}T12:00:00Z`) - day).toISOString().slice(0, 10);
}
