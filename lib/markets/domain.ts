import type { Domain } from '@/lib/core/domain';

import { marketsPermissions } from './permissions';

export const marketsDomain = { name: 'markets', permissions: marketsPermissions } as const satisfies Domain;
