import type { Domain } from '@/lib/core/domain';

import { importsPermissions } from './permissions';

export const importsDomain = {
  name: 'imports',
  permissions: importsPermissions,
  sensitive: ['imports.keep'],
} as const satisfies Domain;
