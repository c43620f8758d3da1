import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Return',
    values: {
      id: rowId('return'),
      number: "'CR0WD' || i",
      orderId: rowId('order'),
      memberId: firstId('member'),
      wish: "'FAULTY'",
      state: "'ASKED'",
      createdAt: minutesAgo,
      changedAt: minutesAgo,
    },
  },
  {
    table: 'ReturnLine',
    values: { id: rowId('returnLine'), returnId: rowId('return'), lineId: rowId('line'), announced: '1' },
  },
  {
    table: 'ReturnStep',
    values: { id: rowId('returnStep'), returnId: firstId('return'), state: "'ASKED'", at: minutesAgo },
  },
];
