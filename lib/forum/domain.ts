import type { Domain } from '@/lib/core/domain';

import { forumPermissions } from './permissions';

export const forumDomain = {
  name: 'forum',
  permissions: forumPermissions,
  memberSegments: ['inner', 'new'],
} as const satisfies Domain;
