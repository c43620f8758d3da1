import { minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Member',
    values: {
      id: rowId('member'),
      handle: "'crowd' || i",
      name: "'Fan ' || i",
      email: "'crowd' || i || '@test.millet'",
      emailVerifiedAt: 'now()',
      trust: '1',
      createdAt: minutesAgo,
    },
  },
];
