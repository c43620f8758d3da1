import { declareJob } from '@/lib/core/jobs';

/** Makes the backup of a row. */
export const makeBackupJob = declareJob<{ id: string }>('makeBackup', { priority: 10 });

/** Reads a backup again from its first byte to its last. */
export const verifyBackupJob = declareJob<{ id: string }>('verifyBackup', { priority: 10 });
