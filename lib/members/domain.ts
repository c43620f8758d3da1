import type { Domain } from '@/lib/core/domain';

import { membersPermissions } from './permissions';

export const membersDomain = {
  name: 'members',
  permissions: membersPermissions,
  sensitive: [
    'members.readPersonal',
    'members.changeEmail',
    'members.export',
    'members.moderateStaff',
    'members.manageRoles',
    'members.import',
    // Each message costs money.
    'members.setPhoneRule',
  ],
  memberSegments: [
    'account',
    'confirm',
    'forgot',
    'invitation',
    'phone',
    'second-factor',
    'setup',
    'sign-in',
    'sign-up',
    'welcome',
  ],
  staffSections: [
    { name: 'members', permission: 'members.read', area: 'people', search: true },
    { name: 'team', permission: 'members.manageRoles', area: 'people' },
    { name: 'roles', permission: 'members.manageRoles', area: 'people' },
  ],
} as const satisfies Domain;
