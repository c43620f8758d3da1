import type { Domain } from '@/lib/core/domain';

import { backupsPermissions } from './permissions';

export const backupsDomain = {
  name: 'backups',
  permissions: backupsPermissions,
  // A backup is all that there is of everybody.
  sensitive: ['backups.manage'],
} as const satisfies Domain;
