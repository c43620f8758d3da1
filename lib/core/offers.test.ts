import { describe, expect, it } from 'vitest';

import { demoMarket } from '@/prisma/seed/market-data';

import { dayIn, offersOf, offerTo, servedIn, taxIn } from './offers';
import { marketData, type MarketData } from './market';

const rate = (more: object) => ({
  ...{ country: 'DE', region: '', name: '', ppm: 190_000, included: null, from: null, until: null },
  ...more,
});
const market = (more: object = {}): MarketData =>
  marketData.parse({
    ...demoMarket,
    timeZone: 'Europe/Berlin',
    taxIncluded: true,
    zones: [
      {
        name: { en: 'Europe', zh: '' },
        countries: ['DE', 'FR'],
        days: [2, 4],
        rates: {
          EUR: [
            { upTo: 500, amountMinor: 490 },
            { upTo: 2_000, amountMinor: 890 },
            { upTo: 31_500, amountMinor: 1_690 },
          ],
        },
      },
      {
        name: { en: 'North America', zh: '' },
        countries: ['CA', 'US'],
        days: null,
        rates: { CAD: [{ upTo: null, amountMinor: 1_250 }] },
      },
    ],
    taxes: [
      rate({ until: '2020-06-30' }),
      rate({ ppm: 160_000, from: '2020-07-01', until: '2020-12-31' }),
      rate({ from: '2021-01-01' }),
      rate({ country: 'CA', name: 'GST', ppm: 50_000, included: false }),
      rate({ country: 'CA', region: 'ON', name: 'HST', ppm: 130_000, included: false }),
      rate({ country: 'CA', region: 'QC', name: 'GST + QST', ppm: 149_750, included: false }),
    ],
    ...more,
  });
const eur = (grams: number, taxIncluded: boolean | null = null) => ({ currency: 'EUR', grams, taxIncluded });
const cad = { currency: 'CAD', grams: 1, taxIncluded: null };

describe('sending', () => {
  it.each([
    [0, 490],
    [500, 490],
    [501, 890],
    [2_000, 890],
    [31_500, 1_690],
    [31_501, undefined],
  ])('%d grams to Germany costs %s', (grams, minor) => {
    expect(offerTo(market(), 'DE', eur(grams), '2026-01-01')?.shippingMinor).toBe(minor);
  });

  it('goes where there is a price in the currency, and nowhere else', () => {
    expect(offerTo(market(), 'DE', cad, '')).toBeNull();
    expect(offerTo(market(), 'IT', eur(1), '')).toBeNull();
    expect(Object.keys(offersOf(market(), eur(1), ''))).toEqual(['DE', 'FR']);
    expect([servedIn(market(), 'CAD'), servedIn(market(), 'JPY')]).toEqual([['CA', 'US'], []]);
  });
});

describe('a tax rate', () => {
  // The standard rate of Germany was lowered from 1 July to 31 December 2020; midnight there was 22:00 UTC in summer, 23:00 in winter.
  it.each([
    ['2020-06-30T21:59:59Z', 190_000],
    ['2020-06-30T22:00:00Z', 160_000],
    ['2020-12-31T22:59:59Z', 160_000],
    ['2020-12-31T23:00:00Z', 190_000],
  ])('at %s is %d parts per million', (at, ppm) => {
    const sold = market();
    expect(offerTo(sold, 'DE', eur(1), dayIn(sold, new Date(at)))?.tax.ppm).toBe(ppm);
  });

  it.each([
    ['AB', 'GST', 50_000],
    ['ON', 'HST', 130_000],
    ['QC', 'GST + QST', 149_750],
    ['constructor', 'GST', 50_000],
  ])('of %s takes the place of its country’s: %s', (region, name, ppm) => {
    expect(taxIn(offerTo(market(), 'CA', cad, '')!, region)).toEqual({ name, ppm, included: false });
  });

  it('is in the price as the price says, else the rate, else the market; without a rate there is none', () => {
    const included = (price: boolean | null, of: boolean | null, taxIncluded: boolean) =>
      offerTo(market({ taxIncluded, taxes: [rate({ included: of })] }), 'DE', eur(1, price), '')?.tax.included;
    expect([included(true, false, false), included(null, false, true), included(null, null, true)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(offerTo(market(), 'FR', eur(1), '2026-01-01')?.tax).toEqual({ name: '', ppm: 0, included: true });
  });
});

describe('a market', () => {
  const zone = market().zones[0]!;
  const faults = (more: object) => {
    const read = marketData.safeParse({ ...market(), ...more });
    return read.success ? [] : read.error.issues.map(({ message, path }) => [message, path.join('.')]);
  };

  it.each([
    [
      'a country in two zones',
      { zones: [zone, { ...zone, countries: ['FR'] }] },
      'code:country-twice',
      'zones.1.countries',
    ],
    ['more days at least than at most', { zones: [{ ...zone, days: [5, 2] }] }, 'code:days-fall', 'zones.0.days'],
    [
      'weights that do not go upwards',
      {
        zones: [
          {
            ...zone,
            rates: {
              EUR: [
                { upTo: null, amountMinor: 1 },
                { upTo: 5, amountMinor: 1 },
              ],
            },
          },
        ],
      },
      'code:weights-fall',
      'zones.0.rates.EUR',
    ],
    [
      'two rates of a place on one day',
      { taxes: [rate({ until: '2026-07-01' }), rate({ from: '2026-07-01' })] },
      'code:tax-twice',
      'taxes.1.country',
    ],
    [
      'a rate that ends first',
      { taxes: [rate({ from: '2026-07-02', until: '2026-07-01' })] },
      'code:tax-ends-early',
      'taxes.0.until',
    ],
  ])('has not %s', (_, more, message, path) => {
    expect(faults(more)).toEqual([[message, path]]);
  });

  it('has two rates of a place when they follow each other', () => {
    expect(faults({ taxes: [rate({ until: '2026-06-30' }), rate({ from: '2026-07-01' })] })).toEqual([]);
  });
});
