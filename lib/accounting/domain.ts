import type { Domain } from '@/lib/core/domain';

import { accountingPermissions } from './permissions';

export const accountingDomain = {
  name: 'accounting',
  permissions: accountingPermissions,
  staffSections: [{ name: 'accounting', permission: 'accounting.read', area: 'sell' }],
} as const satisfies Domain;
