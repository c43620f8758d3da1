import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'ApiKey',
    values: {
      id: rowId('apiKey'),
      name: "'Key ' || i",
      digest: "'digest ' || i",
      start: "'mlt_abc123'",
      scopes: "ARRAY['orders.read']",
      makerId: firstId('member'),
      createdAt: minutesAgo,
    },
  },
];
