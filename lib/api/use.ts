import { after, hour } from '@/lib/core/time';

/** Whether the last use of a key is to be written down: at most once an hour. */
export function isUseStale({ usedAt }: { usedAt: Date | null }, now: Date): boolean {
  return !usedAt || usedAt <= after(now, -hour);
}
