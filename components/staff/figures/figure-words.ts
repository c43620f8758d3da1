import { absoluteWords } from '@/components/ui/time-words';
import { messageLocale, type Locale } from '@/lib/core/locale';

/** A day of the calendar, `YYYY-MM-DD`, in a few words. */
export function dayWords(day: string, locale: Locale): string {
  return absoluteWords(Date.parse(`${day}T12:00:00Z`), locale, { month: 'short', day: 'numeric' });
}

const [minute, hour, day] = [60, 3_600, 86_400];

/** How long something took, in the unit that says it shortest: minutes, hours up to two days, then days. */
export function spanWords(seconds: number, locale: Locale): string {
  const [unit, size, digits] =
    seconds < hour
      ? (['minute', minute, 0] as const)
      : seconds < 2 * day
        ? (['hour', hour, 1] as const)
        : (['day', day, 1] as const);
  const value = seconds / size;
  return new Intl.NumberFormat(messageLocale(locale), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'day' ? 'long' : 'short',
    maximumFractionDigits: value < 10 ? digits : 0,
  }).format(value);
}
