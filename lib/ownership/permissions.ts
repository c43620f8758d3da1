import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const ownershipPermissions = {
  'ownership.triageVoices': ['PRODUCT_OWNER'],
  'ownership.decideClaims': ['OPERATIONS', 'SUPPORT'],
  'ownership.editQuestions': ['PRODUCT_OWNER', 'OPERATIONS'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof ownershipPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
