import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

// Of each list an act on many that has ended and a draft of one: the list, the act, the code of a refusal, and the names of both.
const acts = [
  ['orders', 'orders.ship', 'order-moved-on', 'bulkAct', 'bulkDraft'],
  ['products', 'products.archive', 'product-move', 'productsAct', 'productsDraft'],
  ['triage', 'ideas.accept', 'idea-step-not-open', 'ideasAct', 'ideasDraft'],
] as const;

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = acts.flatMap(([list, act, code, ended, draft]): CrowdRows[] => {
  const values = {
    memberId: firstId('member'),
    list: `'${list}'`,
    act: `'${act}'`,
    total: '200',
    draftedAt: minutesAgo,
  };
  return [
    {
      table: 'BulkAct',
      values: { ...values, id: rowId(ended), startedAt: minutesAgo, aliveAt: minutesAgo, endedAt: minutesAgo },
    },
    { table: 'BulkAct', values: { ...values, id: rowId(draft) }, where: 'i = 1' },
    {
      table: 'BulkRow',
      values: {
        actId: firstId(ended),
        place: 'i',
        key: "'CROWD' || i",
        state: `'REFUSED'::"BulkRowState"`,
        code: `'${code}'`,
      },
    },
    { table: 'BulkRow', values: { actId: firstId(draft), place: 'i', key: "'CROWD' || i" } },
  ];
});
