import type { Domain } from '@/lib/core/domain';

import { ownershipPermissions } from './permissions';

export const ownershipDomain = {
  name: 'ownership',
  permissions: ownershipPermissions,
  // A request for a device names its member and shows what they sent as proof.
  sensitive: ['ownership.triageVoices', 'ownership.decideClaims'],
  memberSegments: ['owned'],
} as const satisfies Domain;
