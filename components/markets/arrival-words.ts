import { arrival, type DeliveryCalendar, type DeliveryTime } from '@/lib/calendar/choices/delivery';
import type { Locale } from '@/lib/core/locale';

import { dayRange } from './day-range';

export type Arriving = {
  /** How long it takes from the payment to the arrival. */
  takes: DeliveryTime;
  /** A moment before which nothing can be ordered. */
  opensAt?: string;
  /** The sentence, in which `{when}` stands for the days. */
  words: string;
  /** When the shop works and carriers drive. */
  calendar: DeliveryCalendar;
  locale: Locale;
};

/** When what is ordered now should arrive; nothing where the shop never works. */
export function arrivalWords({ takes, opensAt, words, calendar, locale }: Arriving, now: number): string {
  const ordered = new Date(Math.max(now, opensAt ? Date.parse(opensAt) : 0));
  const days = arrival(ordered, takes, calendar);
  return days ? words.replace('{when}', () => dayRange(days, locale)) : '';
}
