import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const reviewsPermissions = {
  'reviews.read': ['PRODUCT_OWNER', 'MODERATOR', 'SUPPORT'],
  'reviews.answer': ['PRODUCT_OWNER', 'SUPPORT'],
  'reviews.hide': ['MODERATOR'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof reviewsPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
