import { expect, it } from 'vitest';

import { exponents } from '@/lib/core/currencies';

import { GatewayRefused } from './provider';
import { fromStripe, toStripe } from './stripe-amounts';

it.each([
  ['USD', 14_100, 14_100],
  ['JPY', 24_800, 24_800],
  ['KRW', 5, 5],
  ['HUF', 499_000, 499_000],
  ['TWD', 80_050, 80_050],
  ['COP', 12_990_000, 12_990_000],
  ['ISK', 5, 500],
  ['UGX', 5, 500],
  ['MGA', 50_000, 500],
  ['KWD', 12_340, 12_340],
  ['BHD', 10, 10],
  ['CLP', 990, 990],
])('%s: %d minor units are %d at Stripe, and back', (currency, minor, amount) => {
  expect(toStripe(minor, currency)).toBe(amount);
  expect(fromStripe(amount, currency)).toBe(minor);
});

it.each([
  ['KWD', 12_345],
  ['TND', 1],
  ['MGA', 12_345],
])('%s of %d minor units is refused: Stripe could only take about as much', (currency, minor) => {
  expect(() => toStripe(minor, currency)).toThrow(GatewayRefused);
});

it('a part that the store cannot count is told as no whole number, and so never as the amount asked for', () => {
  expect(Number.isInteger(fromStripe(550, 'ISK'))).toBe(false);
});

it('every listed currency comes back as it was sent', () => {
  for (const currency of exponents.keys())
    expect(fromStripe(toStripe(123_000_000, currency), currency)).toBe(123_000_000);
});
