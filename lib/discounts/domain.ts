import type { Domain } from '@/lib/core/domain';

import { discountsPermissions } from './permissions';

export const discountsDomain = {
  name: 'discounts',
  permissions: discountsPermissions,
  // What is taken off is money.
  sensitive: ['discounts.edit'],
  staffSections: [{ name: 'discounts', permission: 'discounts.edit', area: 'sell', starts: 'new' }],
} as const satisfies Domain;
