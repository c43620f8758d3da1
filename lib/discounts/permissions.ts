import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const discountsPermissions = {
  'discounts.edit': ['OPERATIONS', 'PRODUCT_OWNER'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof discountsPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
