import type { Domain } from '@/lib/core/domain';

import { creditPermissions } from './permissions';

export const creditDomain = {
  name: 'credit',
  memberSegments: ['credit'],
  permissions: creditPermissions,
  // Credit is money.
  sensitive: ['credit.issue', 'credit.adjust'],
  staffSections: [{ name: 'credit', permission: 'credit.read', area: 'sell', starts: 'new' }],
} as const satisfies Domain;
