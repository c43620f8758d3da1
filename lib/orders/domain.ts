import type { Domain } from '@/lib/core/domain';

export const ordersDomain = {
  name: 'orders',
  memberSegments: ['checkout', 'orders'],
  staffSections: [{ name: 'orders', roles: ['OPERATIONS', 'SUPPORT'] }],
} as const satisfies Domain;
