import type { Domain } from '@/lib/core/domain';

import { marketsPermissions } from './permissions';

export const marketsDomain = {
  name: 'markets',
  permissions: marketsPermissions,
  sensitive: ['markets.manage'],
} as const satisfies Domain;
