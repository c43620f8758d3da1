import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const recallsPermissions = {
  'recalls.read': ['OPERATIONS', 'SUPPORT'],
  'recalls.handle': ['OPERATIONS', 'SUPPORT'],
  'recalls.run': ['OPERATIONS'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof recallsPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
