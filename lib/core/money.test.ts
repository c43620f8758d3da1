import { describe, expect, it } from 'vitest';

import { formatMoney, isCurrency, minorDigits, plainAmount } from './money';

describe('minor units', () => {
  it.each([
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
    ['PKR', 2],
    ['ISK', 0],
    ['UGX', 0],
    ['JPY', 0],
    ['KRW', 0],
    ['CLP', 0],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['MGA', 2],
    ['TWD', 2],
    ['USD', 2],
  ])('of %s are 10^%d', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it('do not follow the runtime: what its tables say of a currency is shown nowhere', () => {
    const said = new Intl.NumberFormat('en', { style: 'currency', currency: 'HUF' }).resolvedOptions()
      .maximumFractionDigits;
    expect([0, 2]).toContain(said);
    expect(formatMoney(499_000, 'HUF', 'en', 'USD')).toBe('HUF\u00A04,990.00');
    expect(formatMoney(2_500_000, 'IDR', 'zh', 'USD')).toBe('IDR\u00A025,000.00');
    expect(plainAmount(499_000, 'HUF')).toBe('4990.00');
  });

  it('are known for the codes of ISO 4217 alone', () => {
    expect(['USD', 'XOF', 'BHD'].every(isCurrency)).toBe(true);
    expect(['XXX', 'usd', 'DEM', '', '__proto__'].some(isCurrency)).toBe(false);
  });
});

describe('money', () => {
  it('of the brand has the bare sign, every other one that nobody mistakes for it', () => {
    expect(formatMoney(12_900, 'USD', 'en', 'USD')).toBe('$129.00');
    expect(formatMoney(12_900, 'CAD', 'en', 'USD')).toBe('CA$129.00');
    expect(formatMoney(12_900, 'USD', 'en', 'CAD')).toBe('US$129.00');
    expect(formatMoney(12_900, 'CAD', 'en', 'CAD')).toBe('$129.00');
    expect(formatMoney(24_800, 'JPY', 'en', 'USD')).toBe('JP¥24,800');
    expect(formatMoney(129_900, 'CNY', 'en', 'USD')).toBe('CN¥1,299.00');
  });

  it('in Chinese is bare for the yuan of a brand that sells in it', () => {
    expect(formatMoney(129_900, 'CNY', 'zh', 'CNY')).toBe('¥1,299.00');
    expect(formatMoney(129_900, 'CNY', 'zh', 'JPY')).toBe('CN¥1,299.00');
    expect(formatMoney(24_800, 'JPY', 'zh', 'JPY')).toBe('JP¥24,800');
    expect(formatMoney(12_900, 'USD', 'zh', 'USD')).toBe('US$129.00');
  });

  it.each(['en', 'zh'] as const)('has the figures that %s readers know', (locale) => {
    for (const [currency, digits] of [
      ['JPY', 0],
      ['USD', 2],
      ['KWD', 3],
      ['CLF', 4],
    ] as const) {
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      for (const minor of [0, 1, 9, 10, 99, 100, 12_345, 1_000_000, 2_147_483_647, 900_719_925_474])
        expect(formatMoney(minor, currency, locale, 'EUR').replace(/^[^\d]+/, '')).toBe(
          format.format(minor / 10 ** digits),
        );
    }
  });

  it('keeps signs that are one currency’s own, and writes a code apart', () => {
    expect(formatMoney(-9_950, 'EUR', 'en', 'USD')).toBe('-€99.50');
    expect(formatMoney(12_345, 'KWD', 'en', 'USD')).toBe('KWD\u00A012.345');
    expect(formatMoney(0, 'CHF', 'zh', 'USD')).toBe('CHF\u00A00.00');
  });
});
