import type { Domain } from '@/lib/core/domain';

import { forumPermissions } from './permissions';

export const forumDomain = {
  name: 'forum',
  permissions: forumPermissions,
  staffSections: [{ name: 'boards', permission: 'forum.openBoards', area: 'community' }],
  memberSegments: ['inner', 'new'],
  // Who they are to one another is what members said, so their public profiles go with it.
  areas: [{ name: 'community', segments: ['boards', 't', 'inner', 'new', 'u'], api: ['posts', 'threads'] }],
} as const satisfies Domain;
