import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countryCodes, type CountryCode } from './countries';
import { terms } from './rates';
import { billOf, totalsOf } from './totals';

type Case = [country: CountryCode, currency: string, goods: number, subtotal: number, shipping: number, tax: number, total: number];

// Worked by hand. Included: tax = line × r / (100 + r). Added: tax = line × r / 100. Each line half up.
const cases: Case[] = [
  ['US', 'USD', 17900, 17900, 900, 0, 18800],
  ['CA', 'CAD', 19990, 19990, 1250, 1063, 22303], // 999.5 → 1000, 62.5 → 63
  ['CA', 'USD', 10, 10, 900, 46, 956], // 0.5 → 1, 45
  ['CA', 'USD', 9, 9, 900, 45, 954], // 0.45 → 0
  ['DE', 'EUR', 11900, 10000, 924, 2076, 13000], // 1900; 850 of Europe is 1100 → 175.63 → 176
  ['GB', 'GBP', 14900, 12417, 792, 2641, 15850], // 2483.33, 158.33
  ['FR', 'EUR', 1, 1, 917, 183, 1101], // 0.17 → 0; 183.33
  ['FR', 'EUR', 3, 2, 917, 184, 1103], // exactly 0.5 → 1
  ['JP', 'JPY', 24800, 22545, 955, 2350, 25850], // 2254.55 → 2255; 95.45 → 95
  ['JP', 'JPY', 11, 10, 955, 96, 1061], // exactly 1
  ['CN', 'CNY', 129900, 114956, 4425, 15519, 134900], // 14944.25; 575.22
  ['AU', 'AUD', 5, 5, 2091, 209, 2305], // 0.45 → 0
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
    expect(billOf(totalsOf(11900, 'EUR', 'DE')!, 11900)).toEqual({ goodsMinor: 11900, shippingMinor: 1100, taxMinor: 2076, totalMinor: 13000, taxIncluded: true });
    expect(billOf(totalsOf(19990, 'CAD', 'CA')!, 19990)).toEqual({ goodsMinor: 19990, shippingMinor: 1250, taxMinor: 1063, totalMinor: 22303, taxIncluded: false });
  });

  it('never loses or makes a minor unit', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 2_000_000_000 }), fc.constantFrom(...countryCodes), (goods, country) => {
      const totals = totalsOf(goods, 'USD', country)!;
      expect(totals.subtotalMinor + totals.shippingMinor + totals.taxMinor).toBe(totals.totalMinor);
      if (terms[country].tax.included) expect(billOf(totals, goods).shippingMinor + goods).toBe(totals.totalMinor);
      expect(Object.values(totals).every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
    }));
  });
});
