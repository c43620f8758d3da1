import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const returnsPermissions = {
  'returns.read': ['SUPPORT', 'OPERATIONS'],
  'returns.handle': ['SUPPORT', 'OPERATIONS'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof returnsPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
