import type { Domain } from '@/lib/core/domain';

import { recallsPermissions } from './permissions';

export const recallsDomain = {
  name: 'recalls',
  // Where owners answer by the link in their mail; `/recalls` itself is public.
  memberSegments: ['recall'],
  permissions: recallsPermissions,
  // Who owns what is recalled.
  sensitive: ['recalls.read', 'recalls.handle', 'recalls.run'],
  staffSections: [{ name: 'recalls', permission: 'recalls.read', area: 'sell' }],
} as const satisfies Domain;
