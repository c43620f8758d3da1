import { describe, expect, it } from 'vitest';

import { monthAt, monthBeside, monthOf } from './month';
import { figuresOf } from './month-figures';

describe('a month', () => {
  it('begins and ends at midnight in the shop’s zone, also where the clock is put forward in it', () => {
    expect(monthOf('2026-03', 'Europe/Berlin')).toEqual({
      name: '2026-03',
      from: new Date('2026-02-28T23:00:00Z'),
      until: new Date('2026-03-31T22:00:00Z'),
    });
    expect(monthOf('2026-12', 'Asia/Shanghai')?.until).toEqual(new Date('2026-12-31T16:00:00Z'));
    expect(monthAt('Asia/Shanghai', new Date('2026-11-30T16:00:00Z'))).toBe('2026-12');
  });

  it('is read from nothing else', () => {
    for (const wrong of ['', '2026', '2026-13', '2026-00', '1999-01', '2026-1', '2026-01-01', '٢٠٢٦-٠١'])
      expect(monthOf(wrong, 'UTC')).toBeNull();
  });

  it('has others beside it over the end of a year', () => {
    expect(['2026-12', '2026-01'].map((name, at) => monthBeside(name, at === 0 ? 1 : -1))).toEqual([
      '2027-01',
      '2025-12',
    ]);
    expect(monthBeside('2026-11', -23)).toBe('2024-12');
  });
});

it('the figures of a month are those of its entries, by currency', () => {
  const taxed = { cause: 'SALE' as const, currency: 'EUR', provider: null, country: 'DE', taxPpm: 190_000 };
  const paid = { cause: 'PAID' as const, currency: 'EUR', provider: 'stripe', country: null, taxPpm: null };
  expect(
    figuresOf([
      { ...taxed, fromAccount: 'SALES', toAccount: 'BUYERS', amountMinor: 10_000 },
      { ...taxed, fromAccount: 'SHIPPING', toAccount: 'BUYERS', amountMinor: 420 },
      { ...taxed, fromAccount: 'TAX', toAccount: 'BUYERS', amountMinor: 1_980 },
      { ...taxed, country: 'FR', taxPpm: 200_000, fromAccount: 'SALES', toAccount: 'BUYERS', amountMinor: 20_000 },
      { ...taxed, fromAccount: 'BUYERS', toAccount: 'TAKEN_BACK', amountMinor: 2_801 },
      { ...taxed, fromAccount: 'BUYERS', toAccount: 'TAX', amountMinor: 532 },
      { ...paid, fromAccount: 'BUYERS', toAccount: 'GATEWAY', amountMinor: 12_400 },
      { ...paid, cause: 'REFUND', fromAccount: 'GATEWAY', toAccount: 'BUYERS', amountMinor: 4_333 },
      // One that its bank failed was never given back, and is no payment.
      { ...paid, cause: 'REFUND_FAILED', fromAccount: 'BUYERS', toAccount: 'GATEWAY', amountMinor: 1_000 },
      { ...paid, cause: 'DISPUTE', fromAccount: 'GATEWAY', toAccount: 'DISPUTED', amountMinor: 500 },
      { ...paid, cause: 'DISPUTE_WON', fromAccount: 'DISPUTED', toAccount: 'GATEWAY', amountMinor: 200 },
      { ...paid, currency: 'JPY', fromAccount: 'BUYERS', toAccount: 'GATEWAY', amountMinor: 7 },
    ]),
  ).toEqual([
    {
      currency: 'EUR',
      ...{ soldMinor: 30_420, takenBackMinor: 2_801, taxMinor: 1_448, inMinor: 12_400, backMinor: 3_333 },
      grantedMinor: 0,
      countries: [
        { country: 'FR', taxPpm: 200_000, netMinor: 20_000, taxMinor: 0 },
        { country: 'DE', taxPpm: 190_000, netMinor: 7_619, taxMinor: 1_448 },
      ],
      gateways: [{ provider: 'stripe', inMinor: 12_400, backMinor: 3_333, disputedMinor: 300 }],
    },
    expect.objectContaining({ currency: 'JPY', soldMinor: 0, inMinor: 7, countries: [] }),
  ]);
});
