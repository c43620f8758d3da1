import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'StockLocation',
    values: { id: rowId('place'), name: "'Place ' || i", position: 'i', createdAt: minutesAgo },
  },
  { table: 'StockedVariant', values: { id: rowId('variant'), since: minutesAgo, open: '0', inShop: 'i % 2 = 0' } },
  { table: 'StockAccount', values: { id: 'i', variantId: rowId('variant'), kind: "'SUPPLIER'", units: '-i' } },
  {
    table: 'StockAccount',
    values: { id: '100000 + i', variantId: firstId('variant'), kind: "'OPEN'", locationId: rowId('place'), units: '1' },
  },
  {
    table: 'StockMove',
    values: {
      id: rowId('stock-move'),
      variantId: firstId('variant'),
      fromId: '1',
      toId: '100000 + i',
      units: '1',
      cause: "'RECEIVED'",
      at: minutesAgo,
    },
  },
  {
    table: 'StockTransfer',
    values: {
      id: rowId('transfer'),
      variantId: rowId('variant'),
      fromId: firstId('place'),
      toId: "md5('place2')::uuid",
      units: '1',
      sentAt: minutesAgo,
    },
  },
];
