import { countsTo, declareDashboard } from '@/lib/core/dashboard';
import { env } from '@/lib/core/env';
import { paths } from '@/lib/paths';

import { countWrong } from './queries';

/** Backups that fail or are spoilt, on the start of the staff pages. */
export const backupsDashboard = declareDashboard({
  wrong: [
    {
      name: 'backups',
      permission: 'backups.manage',
      path: () => paths.staff('settings', 'backup'),
      read: async (reading) => (env.BACKUP_DIR ? countWrong(reading, countsTo) : 0),
    },
  ],
});
