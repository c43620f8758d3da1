import { minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Redirect',
    values: {
      id: rowId('redirect'),
      fromPath: "'/crowd/' || i",
      to: "'/en/crowd/' || i",
      createdAt: minutesAgo,
      updatedAt: minutesAgo,
    },
  },
];
