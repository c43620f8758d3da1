import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const feedbackPermissions = {
  'feedback.triage': ['PRODUCT_OWNER'],
  'feedback.makeIdeas': ['PRODUCT_OWNER', 'MODERATOR'],
  'feedback.release': ['PRODUCT_OWNER'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof feedbackPermissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
