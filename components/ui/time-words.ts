import { messageLocale, type Locale } from '@/lib/core/locale';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 hours ago", "in 2 days", "刚刚". */
export function relativeWords(at: number, now: number, locale: Locale, style: 'long' | 'narrow' = 'long') {
  const seconds = Math.round((at - now) / 1000);
  const format = once(`${locale} ${style}`, () => {
    return new Intl.RelativeTimeFormat(messageLocale(locale), { numeric: 'auto', style });
  });
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  if (!unit) return format.format(0, 'second');
  return format.format(Math.trunc(seconds / unit[1]), unit[0]);
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
