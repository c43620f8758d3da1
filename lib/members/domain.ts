import type { Domain } from '@/lib/core/domain';

export const membersDomain = {
  name: 'members',
  memberSegments: ['account', 'confirm', 'forgot', 'sign-in', 'sign-up', 'welcome'],
  staffSections: [{ name: 'members', roles: ['MODERATOR'] }],
} as const satisfies Domain;
