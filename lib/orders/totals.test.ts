import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Tax } from '@/lib/core/market';
import { offerTo } from '@/lib/core/offers';
import { demoMarket } from '@/prisma/seed/market-data';

import { countryCodes, type CountryCode } from './countries';
import { allocate } from '@/lib/core/allocate';
import { billOf as billUnder, lineTotalsOf, totalsOf as totalsUnder, type Totals } from './totals';

// Of the demo brand's market, whose rates these cases were worked for.
const offered = (currency: string, country: CountryCode) =>
  offerTo(demoMarket, country, { currency, grams: 300, taxIncluded: null }, '');
const served = countryCodes.filter((code) => offered('USD', code));
const taxOf = (country: CountryCode): Tax => offered('USD', country)!.tax;
const totalsOf = (goods: number, currency: string, country: CountryCode) => {
  const offer = offered(currency, country);
  return offer && totalsUnder(goods, offer.shippingMinor, offer.tax);
};
const billOf = (totals: Totals, goods: number, country: CountryCode) => billUnder(totals, goods, taxOf(country));

type Case = [
  country: CountryCode,
  currency: string,
  goods: number,
  subtotal: number,
  shipping: number,
  tax: number,
  total: number,
];

// Worked by hand. Included: tax = sum × r / (100 + r). Added: tax = sum × r / 100. Half up, once for the bill; what goods hold by themselves is half up too.
const cases: Case[] = [
  ['US', 'USD', 17900, 17900, 900, 0, 18800],
  ['CA', 'CAD', 19990, 19990, 1250, 1062, 22302], // 21240 × 5 % = 1062; line by line it would be 1063
  ['CA', 'USD', 10, 10, 900, 46, 956], // 45.5 → 46
  ['CA', 'USD', 9, 9, 900, 45, 954], // 45.45
  ['DE', 'EUR', 11900, 10000, 924, 2076, 13000], // 1900; 850 of Europe is 1100 → 175.63 → 176
  ['GB', 'GBP', 14900, 12417, 791, 2642, 15850], // 2641.67, of which 2483.33 are in the goods
  ['FR', 'EUR', 1, 1, 916, 184, 1101], // exactly 183.5 → 184
  ['FR', 'EUR', 3, 2, 917, 184, 1103], // exactly 0.5 → 1
  ['JP', 'JPY', 24800, 22545, 955, 2350, 25850], // 2254.55 → 2255; 95.45 → 95
  ['JP', 'JPY', 11, 10, 955, 96, 1061], // exactly 1
  ['CN', 'CNY', 129900, 114956, 4425, 15519, 134900], // 14944.25; 575.22
  ['AU', 'AUD', 5, 5, 2090, 210, 2305], // 209.55 → 210
  ['HK', 'USD', 17900, 17900, 700, 0, 18600],
  ['SG', 'USD', 17900, 16422, 642, 1536, 18600], // 1477.98 → 1478; 57.80 → 58
];

describe('totals', () => {
  it.each(cases)('%s in %s for %d', (country, currency, goods, subtotalMinor, shippingMinor, taxMinor, totalMinor) => {
    expect(totalsOf(goods, currency, country)).toEqual({ subtotalMinor, shippingMinor, taxMinor, totalMinor });
  });

  it('has no price for a currency that is not in the table', () => {
    expect(totalsOf(1000, 'CHF', 'DE')).toBeNull();
  });

  it('shows an included tax inside goods and shipping, an added one beside them', () => {
    expect(billOf(totalsOf(11900, 'EUR', 'DE')!, 11900, 'DE')).toEqual({
      goodsMinor: 11900,
      discounts: [],
      shippingMinor: 1100,
      taxMinor: 2076,
      totalMinor: 13000,
      taxIncluded: true,
    });
    expect(billOf(totalsOf(19990, 'CAD', 'CA')!, 19990, 'CA')).toEqual({
      goodsMinor: 19990,
      discounts: [],
      shippingMinor: 1250,
      taxMinor: 1062,
      totalMinor: 22302,
      taxIncluded: false,
    });
  });

  it('of what costs nothing shows the tax inside the shipping where prices hold it', () => {
    expect(billOf(totalsOf(0, 'EUR', 'DE')!, 0, 'DE')).toEqual({
      goodsMinor: 0,
      discounts: [],
      shippingMinor: 1100,
      taxMinor: 176,
      totalMinor: 1100,
      taxIncluded: true,
    });
    expect(billOf(totalsOf(0, 'USD', 'US')!, 0, 'US')).toMatchObject({ shippingMinor: 900, taxIncluded: false });
  });

  it('round the tax of a Japanese bill once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (goods) => {
        expect(totalsOf(goods, 'JPY', 'JP')!.taxMinor).toBe(Math.round(((goods + 1050) * 10) / 110));
      }),
    );
  });

  it('never loses or makes a minor unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 2_000_000_000 }), fc.constantFrom(...served), (goods, country) => {
        const totals = totalsOf(goods, 'USD', country)!;
        expect(totals.subtotalMinor + totals.shippingMinor + totals.taxMinor).toBe(totals.totalMinor);
        if (taxOf(country).included)
          expect(billOf(totals, goods, country).shippingMinor + goods).toBe(totals.totalMinor);
        expect(Object.values(totals).every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      }),
    );
  });
});

describe('the lines of an order', () => {
  const digits = fc.constantFrom(1, 10, 100, 1000, 10_000);
  const anyTax = fc.record({
    name: fc.constant(''),
    ppm: fc.integer({ min: 0, max: 1_000_000 }),
    included: fc.boolean(),
  });
  const anyLines = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 99 })), {
    minLength: 1,
    maxLength: 50,
  });

  it('come with the shipping to its totals exactly, for every exponent, with one rounding', () => {
    fc.assert(
      fc.property(digits, anyTax, anyLines, fc.integer({ min: 0, max: 20_000 }), (unit, tax, bought, sending) => {
        const amounts = bought.map(([price, pieces]) => price * unit * pieces);
        const [goods, shipping] = [sum(amounts), sending * unit];
        const totals = totalsUnder(goods, shipping, tax);
        const lines = lineTotalsOf(amounts, totals, tax);
        const [net, inLines] = [sum(lines.map(({ netMinor }) => netMinor)), sum(lines.map(({ taxMinor }) => taxMinor))];
        expect(net).toBe(totals.subtotalMinor);
        const ofShipping = totals.taxMinor - inLines;
        expect(ofShipping).toBeGreaterThanOrEqual(0);
        expect(net + totals.shippingMinor + inLines + ofShipping).toBe(totals.totalMinor);
        lines.forEach(({ netMinor, taxMinor }, at) => {
          expect(Math.min(netMinor, taxMinor)).toBeGreaterThanOrEqual(0);
          expect(netMinor + (tax.included ? taxMinor : 0)).toBe(amounts[at]);
          const exact = goods === 0 ? 0 : (amounts[at]! / goods) * inLines;
          expect(Math.abs(taxMinor - exact)).toBeLessThan(1.001);
        });
        const rate = tax.ppm / (tax.included ? 1_000_000 + tax.ppm : 1_000_000);
        expect(Math.abs(totals.taxMinor - (goods + shipping) * rate)).toBeLessThanOrEqual(0.5001);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of one line are those that a drop’s order has always had', () => {
    for (const [country, currency, goods, subtotal] of cases) {
      const { totals, tax } = { totals: totalsOf(goods, currency, country)!, tax: taxOf(country) };
      const [line] = lineTotalsOf([goods], totals, tax);
      expect(line!.netMinor).toBe(subtotal);
    }
  });

  it('share what is left by the largest remainders, the first of equals first', () => {
    // 1.67 and 3.33 of 5, and thirds of 2: worked by hand.
    expect(allocate(5, [1, 2])).toEqual([2, 3]);
    expect(allocate(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(allocate(0, [0, 0])).toEqual([0, 0]);
    expect(allocate(1, [0, 7])).toEqual([0, 1]);
  });
});

const sum = (amounts: number[]): number => amounts.reduce((all, each) => all + each, 0);
