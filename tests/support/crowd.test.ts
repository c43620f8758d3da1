import { expect, it } from 'vitest';

import { inOrder } from './crowd';

const rows = ['Claim', 'Drop', 'Member', 'Claim'].map((table, at) => ({ table, values: { at: String(at) } }));
const tables = (refersTo: [string, string[]][]) => inOrder(rows, new Map(refersTo)).map(({ table }) => table);

it('puts rows after those that they refer to', () => {
  expect(tables([])).toEqual(['Claim', 'Claim', 'Drop', 'Member']);
  expect(
    tables([
      ['Claim', ['Drop', 'Claim']],
      ['Drop', ['Product', 'Member']],
    ]),
  ).toEqual(['Member', 'Drop', 'Claim', 'Claim']);
});
