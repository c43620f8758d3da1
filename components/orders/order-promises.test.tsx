import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { arrivalWords } from '@/components/markets/arrival-words';
import { firstCalendar } from '@/lib/calendar/choices/calendar';
import { demoMarket } from '@/prisma/seed/market-data';

import { expectedOf, OrderPromises } from './order-promises';

const calendarIn = (zone: string) => ({
  hours: { zone, week: firstCalendar.week },
  carriers: { week: firstCalendar.week },
});
const at = (text: string) => new Date(`${text}T10:00:00Z`);
const tax = { name: '', ppm: 0, included: false };
// Paid on a Tuesday; two days until it ships, two to five on its way.
const order = (more: object = {}) =>
  ({
    ...{ state: 'PAID', paidAt: at('2026-12-01'), shipments: [], soldIn: { data: demoMarket } },
    terms: { tax, shipping: { zone: { en: 'Home', zh: '' }, days: [2, 5] } },
    ...more,
  }) as Parameters<typeof expectedOf>[0];
const days = (given: Parameters<typeof expectedOf>[0], now = at('2026-12-02'), zone = 'UTC') =>
  expectedOf(given, calendarIn(zone), now)?.map((day) => day.toISOString().slice(0, 10)) ?? null;

describe('when an order should come', () => {
  it('follows from the payment, and once it is on its way from its parcel', () => {
    expect(days(order())).toEqual(['2026-12-03', '2026-12-10']);
    const shipments = [{ carrier: 'Post', tracking: '', shippedAt: at('2026-12-04'), deliveredAt: null }];
    expect(days(order({ state: 'SHIPPED', shipments }))).toEqual(['2026-12-08', '2026-12-11']);
  });

  it('is counted by the days of the shop, as it was at the checkout', () => {
    // Paid on a Monday in New York, at a moment that is a Tuesday in UTC.
    const sold = { paidAt: new Date('2026-11-30T21:00:00Z') };
    const takes = { packing: 2, days: [2, 5] } as const;
    const words = (zone: string) =>
      arrivalWords({ takes, words: '{when}', calendar: calendarIn(zone), locale: 'en' }, sold.paidAt.getTime());
    const now = at('2026-12-02');
    expect(days(order(sold), now, 'America/New_York')).toEqual(['2026-12-02', '2026-12-09']);
    expect(words('America/New_York')).toBe('Dec 2 – Dec 9');
    // In Berlin it is past the last hour of that Monday, so that it counts for the Tuesday.
    expect(days(order(sold), now, 'Europe/Berlin')).toEqual(['2026-12-03', '2026-12-10']);
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
    renderToStaticMarkup(
      <OrderPromises
        order={order({ state })}
        calendar={calendarIn('UTC')}
        law={[]}
        locale="en"
        now={at('2027-01-05')}
      />,
    );
  expect(said('DELIVERED')).toContain('30 days to return it');
  expect(said('DELIVERED')).not.toContain('Ships within');
  expect(said('DELIVERED')).not.toContain('Should arrive');
  for (const state of ['PENDING', 'CANCELLED', 'REFUNDED']) expect(said(state)).toBe('');
});
