import type { Domain } from '@/lib/core/domain';

import { unitsPermissions } from './permissions';

export const unitsDomain = {
  name: 'units',
  permissions: unitsPermissions,
  // A unit's history names who owns it.
  sensitive: ['units.read', 'units.edit'],
  staffSections: [{ name: 'units', permission: 'units.read', area: 'sell', search: true }],
} as const satisfies Domain;
