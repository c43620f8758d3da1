import type { MarketData } from '@/lib/core/market';
import { plainAmount } from '@/lib/core/money';
import type { TypedTax, TypedZone } from '../schema';

/** Zones as the form has them. */
export const typedZones = (zones: MarketData['zones']): TypedZone[] =>
  zones.map(({ name, countries, days, rates }) => ({
    ...{ name: name.en, nameZh: name.zh, countries },
    ...{ daysMin: days ? `${days[0]}` : '', daysMax: days ? `${days[1]}` : '' },
    rates: Object.entries(rates).map(([currency, bands]) => ({
      currency,
      bands: bands.map(({ upTo, amountMinor }) => ({
        upTo: upTo === null ? '' : `${upTo}`,
        price: plainAmount(amountMinor, currency),
      })),
    })),
  }));

/** A zone to begin with, priced in the shop's own currency. */
export const newZone = (currency: string): TypedZone => ({
  ...{ name: '', nameZh: '', countries: [], daysMin: '', daysMax: '' },
  rates: [{ currency, bands: [{ upTo: '', price: '' }] }],
});

/** Tax rates as the form has them. */
export const typedTaxes = (taxes: MarketData['taxes']): TypedTax[] =>
  taxes.map(({ country, region, name, ppm, included, from, until }) => ({
    ...{ country, region, name, percent: `${ppm / 10_000}` },
    included: included === null ? '' : included ? 'true' : 'false',
    ...{ from: from ?? '', until: until ?? '' },
  }));

/** A list with one item changed, or taken out where the change is null. */
export const changed = <T>(list: readonly T[], at: number, change: Partial<T> | null): T[] =>
  change === null
    ? list.filter((_, place) => place !== at)
    : list.map((each, place) => (place === at ? { ...each, ...change } : each));
