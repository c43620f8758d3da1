import type { Domain } from '@/lib/core/domain';

import { apiPermissions } from './permissions';

export const apiDomain = {
  name: 'api',
  permissions: apiPermissions,
  // Whoever makes a key lets a program act in their place.
  sensitive: ['api.manageKeys'],
} as const satisfies Domain;
