import type { Domain } from '@/lib/core/domain';

import { repairsPermissions } from './permissions';

export const repairsDomain = {
  name: 'repairs',
  memberSegments: ['repairs'],
  permissions: repairsPermissions,
  // What owners wrote, and where they live.
  sensitive: ['repairs.read', 'repairs.handle'],
  staffSections: [{ name: 'repairs', permission: 'repairs.read', area: 'sell' }],
} as const satisfies Domain;
