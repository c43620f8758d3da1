import { firstId, minutesAgo, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'MoneyMove',
    values: {
      key: "'crowd:' || i",
      cause: "'PAID'",
      fromAccount: "'BUYERS'",
      toAccount: "'GATEWAY'",
      amountMinor: 'i',
      currency: "'USD'",
      market: '1',
      orderId: firstId('order'),
      provider: "'demo'",
      at: minutesAgo,
      bookedAt: minutesAgo,
    },
  },
];
