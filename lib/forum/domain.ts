import type { Domain } from '@/lib/core/domain';

import { forumPermissions } from './permissions';

export const forumDomain = {
  name: 'forum',
  permissions: forumPermissions,
  staffSections: [{ name: 'boards', permission: 'forum.openBoards', area: 'community' }],
  memberSegments: ['inner', 'new'],
} as const satisfies Domain;
