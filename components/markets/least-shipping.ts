import type { Locale } from '@/lib/core/locale';
import type { MarketData } from '@/lib/core/market';
import { formatMoney } from '@/lib/core/money';
import { offersOf, type Sent } from '@/lib/core/offers';

/**
 * To how many countries a product goes, and for how much at least: by whichever of its variants is sent for the least, as a heavier one
 * may be. The amount is in the brand's own currency, where any variant that can be sent is sold in it. Nothing where it goes nowhere.
 */
export function leastShipping(
  variants: Sent[],
  market: MarketData,
  locale: Locale,
  home: string,
): { countries: number; from: string } | undefined {
  const offers = variants.flatMap((variant) =>
    Object.entries(offersOf(market, variant, '')).map(([country, { shippingMinor }]) => ({
      ...{ country, shippingMinor },
      currency: variant.currency,
    })),
  );
  // Amounts of two currencies cannot be compared.
  const currency = offers.some((offer) => offer.currency === home) ? home : offers[0]?.currency;
  if (currency === undefined) return undefined;
  const prices = offers.filter((offer) => offer.currency === currency).map(({ shippingMinor }) => shippingMinor);
  return {
    countries: new Set(offers.map(({ country }) => country)).size,
    from: formatMoney(Math.min(...prices), currency, locale, home),
  };
}
