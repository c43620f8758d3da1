import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

const act = {
  memberId: firstId('member'),
  list: "'orders'",
  act: "'orders.ship'",
  total: '200',
  draftedAt: minutesAgo,
};

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'BulkAct',
    values: { ...act, id: rowId('bulkAct'), startedAt: minutesAgo, aliveAt: minutesAgo, endedAt: minutesAgo },
  },
  { table: 'BulkAct', values: { ...act, id: rowId('bulkDraft') }, where: 'i = 1' },
  {
    table: 'BulkRow',
    values: {
      actId: firstId('bulkAct'),
      place: 'i',
      key: "'CROWD' || i",
      state: `'REFUSED'::"BulkRowState"`,
      code: "'order-moved-on'",
    },
  },
  { table: 'BulkRow', values: { actId: firstId('bulkDraft'), place: 'i', key: "'CROWD' || i" } },
];
