import type { Domain } from '@/lib/core/domain';

import { catalogPermissions } from './permissions';

export const catalogDomain = { name: 'catalog', permissions: catalogPermissions } as const satisfies Domain;
