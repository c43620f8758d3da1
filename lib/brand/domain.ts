import type { Domain } from '@/lib/core/domain';

import { brandPermissions } from './permissions';

export const brandDomain = { name: 'brand', permissions: brandPermissions } as const satisfies Domain;
