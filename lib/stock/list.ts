import { z } from 'zod';

import { declareList, type Asked } from '@/lib/core/list';

const yes = z.literal('yes');

/** Counted variants as staff look through them. */
export const stockList = declareList({
  name: 'stock',
  table: 'StockedVariant',
  sorts: {
    newest: { by: '"since"', as: 'timestamptz', down: true, with: ['out', 'low', 'shop'] },
    fewest: { by: '"open"', as: 'bigint', with: ['shop'] },
    most: { by: '"open"', as: 'bigint', down: true, with: ['shop'] },
  },
  filters: {
    shop: { kind: 'when', sql: '"inShop"', value: yes },
    out: { kind: 'when', sql: '"open" = 0', value: yes },
    low: { kind: 'when', sql: '"open" <= "lowAt"', value: yes },
  },
  views: {
    all: { filters: {} },
    out: { filters: { out: 'yes' }, counted: true },
    low: { filters: { low: 'yes' }, counted: true },
    shop: { filters: { shop: 'yes' } },
  },
  search: true,
  columns: ['variant', 'open', 'setAside', 'held', 'sold', 'damaged', 'inTransit', 'shop', 'since'],
  shown: ['variant', 'open', 'setAside', 'held', 'sold', 'shop'],
});

export type AskedStock = Asked<typeof stockList>;
