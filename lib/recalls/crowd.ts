import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Recall',
    values: {
      id: rowId('recall'),
      slug: "'crowd-' || i",
      state: "'OPEN'",
      ...{ title: "'Hot'", titleZh: "'热'", cause: "'Cause'", causeZh: "'原因'", danger: "'Fire'", dangerZh: "'起火'" },
      ...{ task: "'Stop'", taskZh: "'停用'", remedies: "'{REPAIR}'", scope: "'LIST'", productId: firstId('product') },
      createdAt: minutesAgo,
      changedAt: minutesAgo,
      publishedAt: minutesAgo,
    },
  },
  {
    table: 'RecallStep',
    values: { id: rowId('recallStep'), recallId: firstId('recall'), state: "'OPEN'", at: minutesAgo },
  },
  {
    table: 'RecallUnit',
    values: {
      id: rowId('recallUnit'),
      recallId: firstId('recall'),
      unitId: rowId('unit'),
      createdAt: minutesAgo,
      changedAt: minutesAgo,
    },
  },
  {
    table: 'RecallUnitStep',
    values: { id: rowId('recallUnitStep'), recallUnitId: firstId('recallUnit'), state: "'PLANNED'", at: minutesAgo },
  },
];
