import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const creditPermissions = {
  'credit.read': ['SUPPORT', 'OPERATIONS'],
  'credit.issue': ['SUPPORT', 'OPERATIONS'],
  'credit.adjust': ['OPERATIONS'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof creditPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
