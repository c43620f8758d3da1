import type { Domain } from '@/lib/core/domain';

import { catalogPermissions } from './permissions';

export const catalogDomain = {
  name: 'catalog',
  permissions: catalogPermissions,
  memberSegments: ['compare'],
  areas: [{ name: 'shop', segments: ['products', 'collections', 'cart', 'compare'], api: ['cart'] }],
  staffSections: [
    { name: 'products', permission: 'catalog.edit', area: 'sell', search: true, starts: 'new' },
    { name: 'collections', permission: 'catalog.edit', area: 'sell', starts: 'new' },
  ],
} as const satisfies Domain;
