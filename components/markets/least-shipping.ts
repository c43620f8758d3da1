import type { Locale } from '@/lib/core/locale';
import type { MarketData } from '@/lib/core/market';
import { formatMoney } from '@/lib/core/money';
import { offersOf, type Sent } from '@/lib/core/offers';

/** To how many countries a product goes, and for how much at least: by the variant that is the cheapest to send. Nothing where it goes nowhere. */
export function leastShipping(
  variants: Sent[],
  market: MarketData,
  locale: Locale,
  home: string,
): { countries: number; from: string } | undefined {
  const lightest = variants.toSorted((a, b) => a.grams - b.grams)[0];
  const prices = lightest
    ? Object.values(offersOf(market, lightest, '')).map(({ shippingMinor }) => shippingMinor)
    : [];
  return lightest && prices.length > 0
    ? { countries: prices.length, from: formatMoney(Math.min(...prices), lightest.currency, locale, home) }
    : undefined;
}
