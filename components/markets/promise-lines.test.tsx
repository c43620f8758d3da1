import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { demoMarket } from '@/prisma/seed/market-data';

import { dayRange } from './day-range';
import { leastShipping } from './least-shipping';
import { PromiseLines } from './promise-lines';

const nothing = { packing: null, returns: null, warranty: null, repair: 12, protection: null };
const law = [{ kind: 'RETURNS', slug: 'returns', title: 'Returns', titleZh: '退货' }] as never;
const said = (props: Omit<Parameters<typeof PromiseLines>[0], 'law'>, pages = law) =>
  renderToStaticMarkup(<PromiseLines {...props} law={pages} />)
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<\/?(?:span|bdi)[^>]*>/g, '');

describe('what a shop promises', () => {
  it('is read before buying, with the page about returns where there is one', () => {
    const promises = { packing: 1, returns: 30, warranty: 24, repair: 12, protection: null };
    const all = said({ promises, shipping: { countries: 1, from: '$7' }, locale: 'en' });
    for (const words of [
      'Ships to 1 country from $7',
      'Ships within 1 working day<',
      '30 days to return it',
      '2-year warranty',
    ])
      expect(all).toContain(words);
    expect(all).toContain('href="/en/pages/returns"');
    expect(said({ promises, locale: 'en' }, [] as never)).not.toContain('href');
    expect(said({ promises: { ...nothing, warranty: 18 }, locale: 'zh' })).toContain('质保 18 个月');
  });

  it('is nothing where it promises nothing', () => {
    expect(said({ promises: nothing, locale: 'en' })).toBe('');
  });
});

describe('the least that sending costs', () => {
  const sent = (grams: number, currency = 'USD') => ({ currency, grams, taxIncluded: null });
  const zone = (countries: string[], rates: (typeof demoMarket.zones)[number]['rates']) => ({
    ...demoMarket.zones[0]!,
    ...{ countries, rates },
  });
  const least = (variants: Parameters<typeof leastShipping>[0], zones = demoMarket.zones) =>
    leastShipping(variants, { ...demoMarket, zones }, 'en', 'USD');

  it('is named with the countries that it goes to', () => {
    expect(least([sent(900), sent(100)])).toEqual({ countries: 15, from: '$7.00' });
    expect(least([sent(100)], [])).toBeUndefined();
    expect(least([])).toBeUndefined();
  });

  it('may be that of a heavier variant', () => {
    const falling = [
      { upTo: 500, amountMinor: 900 },
      { upTo: null, amountMinor: 400 },
    ];
    expect(least([sent(100), sent(900)], [zone(['DE'], { USD: falling })])).toEqual({ countries: 1, from: '$4.00' });
  });

  it('passes over variants that go nowhere: too heavy, or in a currency without rates', () => {
    const light = [zone(['DE', 'FR'], { USD: [{ upTo: 1_000, amountMinor: 700 }] })];
    expect(least([sent(100, 'KRW'), sent(900), sent(5_000)], light)).toEqual({ countries: 2, from: '$7.00' });
  });

  it('compares no amounts of two currencies, and names the brand’s own where there is one', () => {
    const flat = (amountMinor: number) => [{ upTo: null, amountMinor }];
    const zones = [zone(['DE'], { EUR: flat(300) }), zone(['US'], { USD: flat(800), JPY: flat(100) })];
    expect(least([sent(100, 'EUR'), sent(200, 'JPY'), sent(300)], zones)).toEqual({ countries: 2, from: '$8.00' });
    expect(least([sent(100, 'EUR'), sent(200, 'JPY')], zones)).toEqual({ countries: 2, from: '€3.00' });
  });
});

it('writes two days as a range, and one as itself', () => {
  const [first, last] = [new Date('2026-12-03T00:00:00Z'), new Date('2026-12-08T00:00:00Z')] as const;
  expect(dayRange([first, last], 'en')).toBe('Dec 3 – Dec 8');
  expect(dayRange([first, last], 'zh')).toBe('12月3日至12月8日');
  expect(dayRange([first, first], 'en')).toBe('Dec 3');
});
