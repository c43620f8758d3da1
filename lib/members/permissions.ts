import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const membersPermissions = {
  'members.read': ['MODERATOR'],
  'members.readPersonal': ['MODERATOR'],
  'members.export': [],
  'members.moderate': ['MODERATOR'],
  'members.correct': ['MODERATOR'],
  'members.changeEmail': [],
  'members.moderateStaff': [],
  'members.setTrust': [],
  'members.setTrustRule': [],
  'members.setPhoneRule': [],
  'members.manageRoles': [],
  'members.import': [],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof membersPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
