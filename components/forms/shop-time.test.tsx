import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { ShopTimes } from '@/components/ui/shop-times';

import { ShopTime } from './shop-time';

const words = (zone: string | null) =>
  renderToStaticMarkup(
    <ShopTimes zone={zone}>
      <ShopTime at="2026-11-28T22:30:00Z" locale="en" />
    </ShopTimes>,
  )
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('\u202f', ' ');

it('says a time in the zone of the shop where a page is in it, in the document already', () => {
  expect(words('Asia/Shanghai')).toBe('Nov 29, 2026, 6:30 AM');
});

it('says it like any other where a page is in no zone', () => {
  expect(words(null)).toBe('Nov 28, 2026, 10:30 PM UTC');
});
