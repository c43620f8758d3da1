import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { arrivalWords } from '@/components/markets/arrival-words';
import { demoMarket } from '@/prisma/seed/market-data';

import { expectedOf, OrderPromises } from './order-promises';

const at = (text: string) => new Date(`${text}T10:00:00Z`);
const tax = { name: '', ppm: 0, included: false };
// Paid on a Tuesday; two days until it ships, two to five on its way.
const order = (more: object = {}) =>
  ({
    ...{ state: 'PAID', paidAt: at('2026-12-01'), shipments: [], soldIn: { data: demoMarket } },
    terms: { tax, shipping: { zone: { en: 'Home', zh: '' }, days: [2, 5] } },
    ...more,
  }) as Parameters<typeof expectedOf>[0];
const days = (given: Parameters<typeof expectedOf>[0], now = at('2026-12-02')) =>
  expectedOf(given, now)?.map((day) => day.toISOString().slice(0, 10)) ?? null;

describe('when an order should come', () => {
  it('follows from the payment, and once it is on its way from its parcel', () => {
    expect(days(order())).toEqual(['2026-12-03', '2026-12-10']);
    const shipments = [{ carrier: 'Post', tracking: '', shippedAt: at('2026-12-04'), deliveredAt: null }];
    expect(days(order({ state: 'SHIPPED', shipments }))).toEqual(['2026-12-08', '2026-12-11']);
  });

  it('is counted by the days of the shop, as it was at the checkout', () => {
    // Paid on a Monday in New York, at a moment that is a Tuesday in UTC.
    const sold = {
      soldIn: { data: { ...demoMarket, timeZone: 'America/New_York' } },
      paidAt: new Date('2026-12-01T02:00:00Z'),
    };
    const words = arrivalWords(
      { days: [2, 7], words: '{when}', zone: 'America/New_York', locale: 'en' },
      sold.paidAt.getTime(),
    );
    expect(days(order(sold))).toEqual(['2026-12-02', '2026-12-09']);
    expect(words).toBe('Dec 2 – Dec 9');
  });

  it('is said up to its last day, and not where nothing is known', () => {
    expect(days(order(), at('2026-12-10'))).not.toBeNull();
    expect(days(order(), at('2026-12-11'))).toBeNull();
    expect(days(order({ state: 'DELIVERED' }))).toBeNull();
    expect(days(order({ soldIn: { data: {} } }))).toBeNull();
    expect(days(order({ terms: { tax, shipping: { zone: { en: '', zh: '' }, days: null } } }))).toBeNull();
  });
});

it('keeps what was promised with the order when it came, and says nothing of one that is not paid', () => {
  const said = (state: string) =>
    renderToStaticMarkup(<OrderPromises order={order({ state })} law={[]} locale="en" now={at('2027-01-05')} />);
  expect(said('DELIVERED')).toContain('30 days to return it');
  expect(said('DELIVERED')).not.toContain('Ships within');
  expect(said('DELIVERED')).not.toContain('Should arrive');
  for (const state of ['PENDING', 'CANCELLED', 'REFUNDED']) expect(said(state)).toBe('');
});
