import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'CreditAccount',
    values: {
      ...{ id: rowId('creditAccount'), kind: "'GIFT_CARD'", codeDigest: "'crowd-' || i", lastFour: "'ABCD'" },
      ...{ currency: "'USD'", createdAt: minutesAgo },
    },
  },
  {
    table: 'CreditEntry',
    values: {
      accountId: rowId('creditAccount'),
      kind: "'ISSUED'",
      amountMinor: 'i',
      byId: firstId('member'),
      at: minutesAgo,
    },
  },
];
