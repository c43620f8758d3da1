import type { Domain } from '@/lib/core/domain';

export const moderationDomain = {
  name: 'moderation',
  staffSections: [
    { name: 'reports', roles: ['MODERATOR'] },
    { name: 'audit', roles: ['ADMIN'] },
  ],
} as const satisfies Domain;
