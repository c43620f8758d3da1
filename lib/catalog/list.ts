import { z } from 'zod';

import { declareList, type Asked } from '@/lib/core/list';

export const productStates = ['DRAFT', 'ACTIVE', 'ARCHIVED'] as const;

const yesOrNo = z.enum(['yes', 'no']);

/** Products as staff look through them. */
export const productList = declareList({
  name: 'products',
  table: 'Product',
  sorts: {
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: ['status'] },
    oldest: { by: '"createdAt"', as: 'timestamptz', with: ['status'] },
    changed: { by: '"updatedAt"', as: 'timestamptz', down: true, with: ['status'] },
    title: { by: 'lower("title") COLLATE "C"', as: 'text', with: ['status'] },
  },
  filters: {
    status: { kind: 'is', column: 'status', as: '"ProductStatus"', value: z.enum(productStates) },
    drop: { kind: 'some', value: yesOrNo },
    picture: { kind: 'some', value: yesOrNo },
  },
  views: {
    all: { filters: {} },
    drafts: { filters: { status: 'DRAFT' }, counted: true },
    active: { filters: { status: 'ACTIVE' } },
    withoutPicture: { filters: { picture: 'no' } },
  },
  search: true,
  columns: ['product', 'status', 'variants', 'price', 'made', 'changed', 'handle', 'kind'],
  shown: ['product', 'status', 'variants', 'price', 'made'],
});

export type AskedProducts = Asked<typeof productList>;
