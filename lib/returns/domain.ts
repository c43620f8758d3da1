import type { Domain } from '@/lib/core/domain';

import { returnsPermissions } from './permissions';

export const returnsDomain = {
  name: 'returns',
  permissions: returnsPermissions,
  staffSections: [{ name: 'returns', permission: 'returns.read', area: 'sell' }],
} as const satisfies Domain;
