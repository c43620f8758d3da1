import type { Domain } from '@/lib/core/domain';

import { stockPermissions } from './permissions';

export const stockDomain = {
  name: 'stock',
  permissions: stockPermissions,
  staffSections: [
    {
      name: 'stock',
      permission: 'stock.read',
      area: 'sell',
      search: true,
      pages: [
        { name: 'locations', permission: 'stock.edit' },
        { name: 'transfers', permission: 'stock.read' },
      ],
    },
  ],
} as const satisfies Domain;
