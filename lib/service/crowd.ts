import { minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'ServicePoint',
    values: {
      id: rowId('servicePoint'),
      ...{ name: "'Depot ' || i", nameZh: "'网点 ' || i", address: "'Street 1'", latitude: '31.2', longitude: '121.5' },
      ...{ zone: "'Asia/Shanghai'", week: `'[[[540,1080]],[],[],[],[],[],[]]'::jsonb`, capabilities: "'{REPAIR}'" },
      languages: "'{en}'",
      createdAt: minutesAgo,
      changedAt: minutesAgo,
    },
  },
];
