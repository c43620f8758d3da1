import path from 'node:path';

import { noteVerified } from '@/lib/backups/commands';
import { getBackupFile } from '@/lib/backups/queries';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { CopyRefused, isBackupName, verifyBackup } from '@/lib/outside/backup';

/** Reads a backup from its first byte to its last and writes down how it was found. */
export async function verifyBackupFile({ id }: { id: string }, folder = env.BACKUP_DIR): Promise<void> {
  const row = await getBackupFile(reading(system), { id });
  if (!row?.file || !isBackupName(row.file)) return;
  const found = folder ? await look(path.resolve(folder, row.file)) : 'unknown';
  await transact(noteVerified)(system, { id, found });
}

async function look(file: string): Promise<'good' | 'spoilt' | 'gone' | 'unknown'> {
  try {
    await verifyBackup(file);
    return 'good';
  } catch (error) {
    log.error({ err: error, file }, 'a backup could not be verified');
    if (!(error instanceof CopyRefused)) return 'unknown';
    return error.code === 'no-backup' ? 'gone' : 'spoilt';
  }
}
