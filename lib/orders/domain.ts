import type { Domain } from '@/lib/core/domain';

import { ordersPermissions } from './permissions';

export const ordersDomain = {
  name: 'orders',
  permissions: ordersPermissions,
  sensitive: ['orders.read', 'orders.ship', 'orders.refund', 'orders.export'],
  memberSegments: ['checkout', 'order', 'orders', 'addresses'],
  staffSections: [{ name: 'orders', permission: 'orders.read', area: 'sell', search: true }],
} as const satisfies Domain;
