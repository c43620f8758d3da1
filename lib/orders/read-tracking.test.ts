import { expect, it } from 'vitest';

import { eachOnce, readTracking, trackingColumns } from './read-tracking';

it.each([
  [
    ['number', 'carrier', 'tracking'],
    [0, 1, 2],
  ],
  [
    ['Tracking number', 'Order Number', 'Carrier'],
    [1, 2, 0],
  ],
  [
    ['订单号', '快递公司', '运单号'],
    [0, 1, 2],
  ],
  [['ＯＲＤＥＲ'], [0, -1, -1]],
])('the header %j names its columns', (header, [number, carrier, tracking]) => {
  expect(trackingColumns(header)).toEqual({ number, carrier, tracking });
});

it('a file without order numbers is none', () => {
  expect(trackingColumns(['name', 'tracking'])).toBeNull();
});

const columns = { number: 0, carrier: 1, tracking: 2 };
const read = (...cells: string[]) => readTracking(columns, cells, 7, 'Post');

it.each([
  [['ab o1-2', 'DHL', '1Z 999'], { key: 'AB012', input: { carrier: 'DHL', tracking: '1Z 999' } }],
  [['AB', '', ''], { key: 'AB', input: { carrier: 'Post', tracking: '' } }],
  [['AB'], { key: 'AB', input: { carrier: 'Post', tracking: '' } }],
  [['AB', '', '1/2'], { key: 'AB (7)', code: 'bad-line' }],
  [['', 'DHL', '1'], { key: '– (7)', code: 'bad-line' }],
  [['AB', '---', '1'], { key: 'AB (7)', code: 'bad-line' }],
])('the row %j is %j', (cells, row) => {
  expect(read(...cells)).toEqual(row);
});

it('an order counts by its first row, and a row that says the same again is nothing', () => {
  const rows = [read('AB', 'DHL', '1'), read('AB', 'DHL', '1'), read('AB', 'DHL', '2'), read('CD', 'DHL', '2')];
  expect(eachOnce(rows.map((each, at) => ({ read: each, row: at + 2 })))).toEqual([
    { key: 'AB', input: { carrier: 'DHL', tracking: '1' } },
    { key: 'AB (4)', code: 'line-twice' },
    { key: 'CD', input: { carrier: 'DHL', tracking: '2' } },
  ]);
});
