import type { Domain } from '@/lib/core/domain';

import { moderationPermissions } from './permissions';

export const moderationDomain = {
  name: 'moderation',
  permissions: moderationPermissions,
  sensitive: ['moderation.readAudit'],
  staffSections: [
    { name: 'reports', permission: 'moderation.decide', area: 'community' },
    { name: 'audit', permission: 'moderation.readAudit', area: 'settings', last: true },
  ],
} as const satisfies Domain;
