import { messageLocale, type Locale } from '@/lib/core/locale';

import { relativeTo, type Style, type Unit } from './relative-words';

const units: [Unit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 hours ago", "in 2 days", "刚刚". */
export function relativeWords(at: number, now: number, locale: Locale, style: Style = 'long'): string {
  const seconds = Math.round((at - now) / 1000);
  const [unit, length] = units.find((each) => Math.abs(seconds) >= each[1]) ?? [null, 1];
  return relativeTo(Math.trunc(seconds / length), unit, locale, style);
}

/** The same words on every server and in every browser: UTC, unless a zone is given. */
export function absoluteWords(
  at: number,
  locale: Locale,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
) {
  const all = { timeZone: 'UTC', ...options };
  return once(`${locale} ${JSON.stringify(all)}`, () => new Intl.DateTimeFormat(messageLocale(locale), all)).format(at);
}

// To make one takes a hundred times as long as to use it, and a page says fifty times.
const made = new Map<string, unknown>();

function once<T>(name: string, make: () => T): T {
  const known = (made.get(name) as T | undefined) ?? make();
  made.set(name, known);
  return known;
}
