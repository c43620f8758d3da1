import type { Domain } from '@/lib/core/domain';

import { brandPermissions } from './permissions';

export const brandDomain = {
  name: 'brand',
  permissions: brandPermissions,
  staffSections: [{ name: 'settings', permission: 'brand.manage', area: 'settings' }],
} as const satisfies Domain;
