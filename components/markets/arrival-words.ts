import type { Locale } from '@/lib/core/locale';
import { arrival } from '@/lib/core/working-days';

import { dayRange } from './day-range';

export type Arriving = {
  /** How many working days pass from the payment to the arrival, at least and at most. */
  days: readonly [number, number];
  /** A moment before which nothing can be ordered. */
  opensAt?: string;
  /** The sentence, in which `{when}` stands for the days. */
  words: string;
  /** The time zone of the shop, whose days are counted. */
  zone: string;
  locale: Locale;
};

/** When what is ordered now should arrive. */
export function arrivalWords({ days, opensAt, words, zone, locale }: Arriving, now: number): string {
  const ordered = new Date(Math.max(now, opensAt ? Date.parse(opensAt) : 0));
  return words.replace('{when}', () => dayRange(arrival(ordered, days, zone), locale));
}
