import { makeBackupJob, verifyBackupJob } from '@/lib/backups/jobs';
import { minute } from '@/lib/core/time';
import { handle, type WorkerPart } from '@/lib/core/worker-part';

import { runBackup } from './run-backup';
import { tendBackups } from '@/lib/backups/tend-backups';
import { verifyBackupFile } from './verify-backup-file';

export const backupsFlowsWorker: WorkerPart = {
  jobs: [
    handle(makeBackupJob, (payload) => runBackup(payload)),
    handle(verifyBackupJob, (payload) => verifyBackupFile(payload)),
  ],
  schedules: [{ name: 'backups', everyMs: 5 * minute, run: (now) => tendBackups(now) }],
};
