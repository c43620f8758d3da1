import { dayInZone } from './zoned-time';

import type { MarketData, Tax, TaxRate } from './market';

/** Sending to a country, with its tax and those of its regions that have one of their own. */
export type Offer = {
  shippingMinor: number;
  zone: { en: string; zh: string };
  days: [number, number] | null;
  tax: Tax;
  regions: Record<string, Tax>;
};

/** What is to be sent: its weight, the currency it is sold in, and whether its price holds the tax (null where the rate says it). */
export type Sent = { currency: string; grams: number; taxIncluded: boolean | null };

/** The date on which a market's tax rates are looked up. */
export function dayIn({ timeZone, taxes }: Pick<MarketData, 'timeZone' | 'taxes'>, now: Date): string {
  return taxes.some(({ from, until }) => from || until) ? dayInZone(timeZone, now) : '';
}

/** What sending to a country costs on a day; null when nothing is sent there, in that currency, or so heavy. */
export function offerTo(market: MarketData, country: string, sent: Sent, day: string): Offer | null {
  const zone = market.zones.find(({ countries }) => countries.includes(country));
  const band = zone?.rates[sent.currency]?.find(({ upTo }) => upTo === null || sent.grams <= upTo);
  if (!zone || !band) return null;
  const rates = market.taxes.filter((rate) => rate.country === country && holdsOn(rate, day));
  const taxOf = (rate: TaxRate | undefined): Tax => ({
    name: rate?.name ?? '',
    ppm: rate?.ppm ?? 0,
    included: sent.taxIncluded ?? rate?.included ?? market.taxIncluded,
  });
  return {
    shippingMinor: band.amountMinor,
    zone: zone.name,
    days: zone.days,
    tax: taxOf(rates.find(({ region }) => region === '')),
    regions: Object.fromEntries(rates.filter(({ region }) => region).map((rate) => [rate.region, taxOf(rate)])),
  };
}

/** The tax of an address in the country of an offer. */
export function taxIn({ tax, regions }: Offer, region: string): Tax {
  return (Object.hasOwn(regions, region) ? regions[region] : undefined) ?? tax;
}

/** What is sent where, by country. */
export type Offers = Record<string, Offer>;

/** All countries that something can be sent to on a day. */
export function offersOf(market: MarketData, sent: Sent, day: string): Offers {
  const offers = countriesOf(market).map((country) => [country, offerTo(market, country, sent, day)] as const);
  return Object.fromEntries(offers.filter((each): each is [(typeof each)[0], Offer] => each[1] !== null));
}

/** Every country that a market sends to. */
export function countriesOf({ zones }: Pick<MarketData, 'zones'>): string[] {
  return zones.flatMap(({ countries }) => countries).toSorted();
}

/** The countries that something sold in a currency can be sent to, if it is light enough. */
export function servedIn({ zones }: Pick<MarketData, 'zones'>, currency: string): string[] {
  return countriesOf({ zones: zones.filter(({ rates }) => rates[currency]) });
}

function holdsOn({ from, until }: TaxRate, day: string): boolean {
  return (!from || from <= day) && (!until || day <= until);
}
