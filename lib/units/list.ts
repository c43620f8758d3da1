import { z } from 'zod';

import { declareList, type Asked } from '@/lib/core/list';
import type { UnitEventKind } from '@/lib/core/prisma-client/enums';

import { unitMoves } from './policy';

/** How a unit may stand. */
export const unitStates = (Object.keys(unitMoves) as UnitEventKind[]).filter((kind) => kind !== 'REMEDIED');

/** Units as staff look through them. */
export const unitList = declareList({
  name: 'units',
  table: 'Unit',
  sorts: {
    newest: { by: '"createdAt"', as: 'timestamptz', down: true, with: ['state', 'product'] },
    oldest: { by: '"createdAt"', as: 'timestamptz', with: ['state', 'product'] },
  },
  filters: {
    product: { kind: 'is', column: 'productId', as: 'uuid', value: z.uuid() },
    state: { kind: 'is', column: 'state', as: '"UnitEventKind"', value: z.enum(unitStates) },
  },
  views: {
    all: { filters: {} },
    owned: { filters: { state: 'OWNED' } },
    returned: { filters: { state: 'RETURNED' }, counted: true },
    lost: { filters: { state: 'LOST' }, counted: true },
  },
  search: true,
  columns: ['serial', 'product', 'state', 'since'],
  shown: ['serial', 'product', 'state', 'since'],
});

export type AskedUnits = Asked<typeof unitList>;
