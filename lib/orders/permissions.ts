import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const ordersPermissions = {
  'orders.read': ['OPERATIONS', 'SUPPORT'],
  'orders.export': ['OPERATIONS'],
  'orders.ship': ['OPERATIONS'],
  'orders.refund': ['OPERATIONS', 'SUPPORT'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof ordersPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
