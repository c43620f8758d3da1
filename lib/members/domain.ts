import type { Domain } from '@/lib/core/domain';

import { membersPermissions } from './permissions';

export const membersDomain = {
  name: 'members',
  permissions: membersPermissions,
  memberSegments: ['account', 'confirm', 'forgot', 'invitation', 'setup', 'sign-in', 'sign-up', 'welcome'],
  staffSections: [
    { name: 'members', permission: 'members.read', area: 'people' },
    { name: 'team', permission: 'members.manageRoles', area: 'people' },
    { name: 'roles', permission: 'members.manageRoles', area: 'people' },
  ],
} as const satisfies Domain;
