import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { DateTime } from './date-time';
import { ShopTimes } from './shop-times';

const at = '2026-11-28T22:30:00Z';
const words = (zone: string | null, format: 'date' | 'moment') =>
  renderToStaticMarkup(
    <ShopTimes zone={zone}>
      <DateTime at={at} locale="en" format={format} />
    </ShopTimes>,
  ).replace(/<[^>]*>|\u202f/g, (part) => (part.startsWith('<') ? '' : ' '));

it('says a time in the zone of the shop where a page asks for it, in the document already', () => {
  expect(words('Asia/Shanghai', 'moment')).toBe('Nov 29, 2026, 6:30 AM');
  expect(words('Asia/Shanghai', 'date')).toBe('Nov 29, 2026');
});

it('says UTC in the document where each reader is to see their own zone', () => {
  expect(words(null, 'moment')).toBe('Nov 28, 2026, 10:30 PM UTC');
  expect(words(null, 'date')).toBe('Nov 28, 2026');
});
