import { minorDigits } from '@/lib/core/money';

import { GatewayRefused } from './provider';

// https://docs.stripe.com/currencies: what Stripe counts in whole units. ISO 4217 gives MGA two digits; ISK and UGX have
// none, and yet Stripe counts both in hundredths, of which the last two must be 00. For HUF and TWD only payouts must be
// whole: a charge is in hundredths as ISO counts them.
const whole = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'JPY',
  'KMF',
  'KRW',
  'MGA',
  'PYG',
  'RWF',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
const thousandths = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** An amount as Stripe counts it; refuses what Stripe could not take exactly. */
export function toStripe(minor: number, currency: string): number {
  const amount = minor * 10 ** (stripeDigits(currency) - minorDigits(currency));
  // The last digit of three must be 0: the networks behind Stripe know two.
  const step = thousandths.has(currency) ? 10 : 1;
  if (!Number.isSafeInteger(amount) || amount % step !== 0)
    throw new GatewayRefused(`Stripe cannot take ${minor} minor units of ${currency} exactly`);
  return amount;
}

/** An amount that Stripe tells, in the store's minor units. What is no whole number of them differs from every amount asked for. */
export function fromStripe(amount: number, currency: string): number {
  return amount / 10 ** (stripeDigits(currency) - minorDigits(currency));
}

function stripeDigits(currency: string): number {
  return whole.has(currency) ? 0 : thousandths.has(currency) ? 3 : 2;
}
