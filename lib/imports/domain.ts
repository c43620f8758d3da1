import type { Domain } from '@/lib/core/domain';

import { importsPermissions } from './permissions';

export const importsDomain = {
  name: 'imports',
  permissions: importsPermissions,
  sensitive: ['imports.keep'],
  staffSections: [{ name: 'imports', permission: 'imports.keep', area: 'settings' }],
} as const satisfies Domain;
