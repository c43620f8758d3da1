import { db } from '@/lib/core/db';
import { declareMetrics } from '@/lib/core/metrics';
import { clock } from '@/lib/core/time';

import { countWrong, lastGoodAt } from './queries';

/** What operations watch of backups. */
export const backupMetrics = declareMetrics([
  {
    name: 'millet_backup_last_good_age_seconds',
    help: 'How old the newest good backup is; absent while there is none.',
    labels: [],
    read: async () => {
      const at = await lastGoodAt({ db });
      return at ? [{ value: Math.max(0, (clock().getTime() - at.getTime()) / 1000) }] : [];
    },
  },
  {
    name: 'millet_backups_wrong',
    help: 'Backups that failed since the last good one, and those that were found spoilt.',
    labels: [],
    read: async () => [{ value: await countWrong({ db, now: clock() }, 1000) }],
  },
]);
