import { absoluteWords } from '@/components/ui/time-words';
import type { Locale } from '@/lib/core/locale';

/** Two days, given as midnights in UTC, as one range: "Dec 3 – Dec 8", "12月3日至12月8日". */
export function dayRange(days: readonly [Date, Date], locale: Locale): string {
  const [first, last] = days.map((day) => absoluteWords(day.getTime(), locale, { month: 'short', day: 'numeric' }));
  return first === last ? first! : `${first}${locale === 'zh' ? '至' : ' – '}${last}`;
}
