import type { Domain } from '@/lib/core/domain';

import { redirectsPermissions } from './permissions';

export const redirectsDomain = {
  name: 'redirects',
  permissions: redirectsPermissions,
  // They can lead visitors away to another site.
  sensitive: ['redirects.edit'],
} as const satisfies Domain;
