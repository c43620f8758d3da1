import { messageLocale, type Locale } from '@/lib/core/locale';

/** A count as the reader's language writes it. */
export function countWords(count: number, locale: Locale): string {
  return new Intl.NumberFormat(messageLocale(locale)).format(count);
}

/** A span of time in parts that matter: seconds in the first hour, minutes on the first day. */
export function splitSeconds(seconds: number): { days: number; hours: number; minutes: number; seconds: number } {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3_600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  return { days, hours, minutes: days > 0 ? 0 : minutes, seconds: days + hours > 0 ? 0 : seconds % 60 };
}
