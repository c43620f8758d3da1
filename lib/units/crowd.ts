import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Unit',
    values: {
      id: rowId('unit'),
      productId: firstId('product'),
      variantId: firstId('variant'),
      serial: "'CROWD-' || i",
      state: "'OWNED'",
      seq: '1',
      createdAt: minutesAgo,
    },
  },
  { table: 'UnitEvent', values: { unitId: firstId('unit'), seq: 'i', kind: "'REPAIRED'", at: minutesAgo } },
];
