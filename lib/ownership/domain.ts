import type { Domain } from '@/lib/core/domain';

import { ownershipPermissions } from './permissions';

export const ownershipDomain = {
  name: 'ownership',
  permissions: ownershipPermissions,
  sensitive: ['ownership.triageVoices'],
  memberSegments: ['owned'],
} as const satisfies Domain;
