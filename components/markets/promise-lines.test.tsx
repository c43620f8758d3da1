import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { demoMarket } from '@/prisma/seed/market-data';

import { dayRange } from './day-range';
import { leastShipping } from './least-shipping';
import { PromiseLines } from './promise-lines';

const nothing = { packing: null, returns: null, warranty: null };
const law = [{ kind: 'RETURNS', slug: 'returns', title: 'Returns', titleZh: '退货' }] as never;
const said = (props: Omit<Parameters<typeof PromiseLines>[0], 'law'>, pages = law) =>
  renderToStaticMarkup(<PromiseLines {...props} law={pages} />)
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<\/?(?:span|bdi)[^>]*>/g, '');

describe('what a shop promises', () => {
  it('is read before buying, with the page about returns where there is one', () => {
    const promises = { packing: 1, returns: 30, warranty: 24 };
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

it('names the least that sending costs, by the lightest variant', () => {
  const sent = (grams: number) => ({ currency: 'USD', grams, taxIncluded: null });
  expect(leastShipping([sent(900), sent(100)], demoMarket, 'en', 'USD')).toEqual({ countries: 15, from: '$7.00' });
  expect(leastShipping([sent(100)], { ...demoMarket, zones: [] }, 'en', 'USD')).toBeUndefined();
  expect(leastShipping([], demoMarket, 'en', 'USD')).toBeUndefined();
});

it('writes two days as a range, and one as itself', () => {
  const [first, last] = [new Date('2026-12-03T00:00:00Z'), new Date('2026-12-08T00:00:00Z')] as const;
  expect(dayRange([first, last], 'en')).toBe('Dec 3 – Dec 8');
  expect(dayRange([first, last], 'zh')).toBe('12月3日至12月8日');
  expect(dayRange([first, first], 'en')).toBe('Dec 3');
});
