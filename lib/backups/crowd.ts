import { minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Backup',
    values: {
      id: rowId('backup'),
      cause: `'NIGHT'::"BackupCause"`,
      night: `'2020-' || i`,
      askedAt: minutesAgo,
      startedAt: minutesAgo,
      aliveAt: minutesAgo,
      endedAt: minutesAgo,
      file: `'millet-' || i || '.tar'`,
      bytes: '1000',
      rows: '10',
      verifiedAt: minutesAgo,
    },
  },
];
