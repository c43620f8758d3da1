import path from 'node:path';

import { noteVerified } from '@/lib/backups/commands';
import { getBackupFile } from '@/lib/backups/queries';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { CopyRefused, isBackupName, verifyBackup, type CopyRefusal } from '@/lib/outside/backup';

/** Reads a backup from its first byte to its last and writes down how it was found. */
export async function verifyBackupFile({ id }: { id: string }, folder = env.BACKUP_DIR): Promise<void> {
  const row = await getBackupFile(reading(system), { id });
  if (!row?.file || !isBackupName(row.file)) return;
  const found = folder ? await look(path.resolve(folder, row.file)) : 'unknown';
  await transact(noteVerified)(system, { id, found });
}

// A file that may not be read now, or not with this key, is not said to be damaged.
const said: Partial<Record<CopyRefusal, 'spoilt' | 'gone'>> = {
  'cut-short': 'spoilt',
  spoilt: 'spoilt',
  unreadable: 'spoilt',
  'no-backup': 'gone',
};

async function look(file: string): Promise<'good' | 'spoilt' | 'gone' | 'unknown'> {
  try {
    await verifyBackup(file, env.BACKUP_KEY);
    return 'good';
  } catch (error) {
    log.error({ err: error, file }, 'a backup could not be verified');
    return error instanceof CopyRefused ? (said[error.code] ?? 'unknown') : 'unknown';
  }
}
