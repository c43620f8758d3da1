import { messageLocale, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import type { Figure } from '@/lib/web/read-dashboard';

/** A figure of a period beside the one before it, which its days hold in front: both by day and in sum, and how a value of it is said. */
export function compared({ currency, days }: Figure, locale: Locale, home: string) {
  const count = days.length / 2;
  const [before, period] = [days.slice(0, count), days.slice(count)];
  return {
    ...{ count, before, period, past: total(before), now: total(period) },
    say: (value: number) =>
      currency ? formatMoney(value, currency, locale, home) : value.toLocaleString(messageLocale(locale)),
  };
}

const total = (days: { value: number }[]) => days.reduce((sum, { value }) => sum + value, 0);
