import { minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'ImportRun',
    values: {
      id: rowId('importRun'),
      source: `'SHOPIFY'::"ImportSource"`,
      origin: `'TERMINAL'::"ImportOrigin"`,
      rehearsal: 'true',
      state: `'DONE'::"ImportRunState"`,
      askedAt: minutesAgo,
      aliveAt: minutesAgo,
      endedAt: minutesAgo,
    },
  },
];
