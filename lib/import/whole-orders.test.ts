/** An order is kept with all its rows or not at all, also where a row cannot tell to which order it belongs. */
import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { orderRow } from '@/lib/imports/shapes';
import { truncateAll } from '@/tests/support/database';
import { firstRow as first, furtherRow as more, orderColumns, ordersFile } from '@/tests/support/shopify-orders';
import { bring, lineOf, sheet } from '@/tests/support/shopify-run';

beforeEach(truncateAll);

const kept = async () =>
  (await db.importRecord.findMany({ where: { kind: 'order' }, orderBy: { sourceId: 'asc' } })).map(({ row }) => {
    const { name, lines } = orderRow.parse(row);
    return `${name} ${lines.length}`;
  });
const quoted = (cells: Record<string, string>, columns: readonly string[] = orderColumns) =>
  columns.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',');
const header = Object.fromEntries(orderColumns.map((column) => [column, column]));

describe('an order with a row that breaks', () => {
  it('is refused where all cells are quoted', async () => {
    const broken = quoted(more('#1001', 'Plate 5 inch')).replace('Plate 5 inch', 'Plate 5" wide');
    const lines = [quoted(header), quoted(first()), broken, quoted(first({ Name: '#1002', Id: '2' }))];
    const { refused } = await bring([sheet('orders.csv', ...lines)]);
    expect(refused).toEqual(['2 with-refused', '3 quote-unclosed']);
    expect(await kept()).toEqual(['#1002 1']);
  });

  it('is refused where the row is too long', async () => {
    const long = more('#1001', 'Plate', { Notes: 'x'.repeat(1_000_100) });
    const { refused } = await bring([ordersFile(first(), long, first({ Name: '#1002', Id: '2' }))]);
    expect(refused).toEqual(['2 with-refused', '3 row-too-long']);
    expect(await kept()).toEqual(['#1002 1']);
  });

  it('is refused where the row does not say its name: so are those on both sides of it, and no others', async () => {
    const columns = [...orderColumns.slice(1), 'Name'];
    const order = (name: string) => lineOf(columns, first({ Name: name, Id: name.slice(1) }));
    const broken = lineOf(columns, more('#2', 'Plate')).replace('Plate', '"Plate 5" wide');
    const file = sheet('orders.csv', columns.join(','), ...['#1', '#2'].map(order), broken, ...['#3', '#4'].map(order));
    const { refused, done } = await bring([file]);
    expect(refused).toEqual(['4 quote-unclosed', '3 with-refused', '5 with-refused']);
    expect([await kept(), done.refused]).toEqual([['#1 1', '#4 1'], 3]);
  });

  it('is refused where the name of the row lost characters, or where it has none and begins no order', async () => {
    const other = (name: string) => first({ Name: name, Id: name.slice(1) });
    await bring([
      ordersFile(other('#1'), more('#\uFFFD', 'Plate'), other('#2'), other('#3'), more('', 'Bowl'), other('#4')),
    ]);
    expect(await kept()).toEqual(['#4 1']);
  });
});

describe('an order that says all of itself on each row', () => {
  const columns = orderColumns.filter((column) => column !== 'Id');

  it('is one without a number too', async () => {
    const lines = [first(), first({ 'Lineitem name': 'Plate' })].map((row) => lineOf(columns, row));
    const { refused } = await bring([sheet('orders.csv', columns.join(','), ...lines)]);
    expect([refused, await kept()]).toEqual([[], ['#1001 2']]);
    await bring([ordersFile(first({ Name: '#2' }), first({ Name: '#2', 'Lineitem name': 'Plate', Id: '' }))]);
    expect(await kept()).toEqual(['#1001 2', '#2 2']);
  });

  it('is refused whole where its rows disagree and none says whether there are two', async () => {
    const { refused } = await bring([
      ordersFile(first({ Id: '' }), first({ Id: '', Total: '1.00' }), more('#1001', 'Cup')),
    ]);
    expect(refused).toEqual(['2 with-refused', '3 order-twice', '4 with-refused']);
    expect(await kept()).toEqual([]);
  });
});
