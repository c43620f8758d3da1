import { z } from 'zod';

import { declareList, listDay, type Asked } from '@/lib/core/list';

import { orderStates } from './schema';

/** The orders that staff work through. */
export const orderList = declareList({
  name: 'orders',
  table: 'Order',
  sorts: {
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: ['state', 'drop', 'from', 'until', 'attention'] },
    oldest: { by: '"createdAt"', as: 'timestamptz', with: ['state', 'drop', 'from', 'until', 'attention'] },
    // Amounts of two currencies cannot be compared.
    highest: { by: '"totalMinor"', as: 'bigint', down: true, with: ['currency'], needs: 'currency' },
    lowest: { by: '"totalMinor"', as: 'bigint', with: ['currency'], needs: 'currency' },
  },
  // Those with a value stand in the order of the indexes.
  filters: {
    drop: { kind: 'is', column: 'dropId', as: 'uuid', value: z.uuid() },
    state: { kind: 'is', column: 'state', as: '"OrderState"', value: z.enum(orderStates) },
    attention: { kind: 'some', value: z.literal('1') },
    from: { kind: 'from', column: 'createdAt', value: listDay },
    until: { kind: 'until', column: 'createdAt', value: listDay },
    currency: { kind: 'is', column: 'currency', as: 'text', value: z.string().regex(/^[A-Z]{3}$/) },
  },
  views: {
    all: { filters: {} },
    toShip: { filters: { state: 'PAID' }, sort: 'oldest', counted: true },
    unpaid: { filters: { state: 'PENDING' }, counted: true },
    attention: { filters: { attention: '1' }, counted: true },
    onTheWay: { filters: { state: 'SHIPPED' }, sort: 'oldest', counted: true },
  },
  search: true,
  columns: ['number', 'item', 'buyer', 'state', 'date', 'total', 'drop', 'country'],
  shown: ['number', 'item', 'buyer', 'state', 'date', 'total'],
});

export type AskedOrders = Asked<typeof orderList>;
