import path from 'node:path';

import { beginBackup, endBackup, failBackup, forgetFiles, noteBackup } from '@/lib/backups/commands';
import { secretMark } from '@/lib/backups/secret-mark';
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { clock, second } from '@/lib/core/time';
import { running } from '@/lib/core/version';
import { CopyRefused, makeBackup, pruneBackups, sumsOf, type Made } from '@/lib/outside/backup';
import { storageFolder } from '@/lib/outside/storage';

type By = { folder?: string; keep?: number; begin?: typeof beginBackup; make?: typeof makeBackup };

/**
 * Makes the backup of a row, if nobody else does, and deletes what is older than is kept. A failure is written down and not thrown: the
 * next try is another row.
 */
export async function runBackup(
  { id }: { id: string },
  { folder = env.BACKUP_DIR, keep = env.BACKUP_KEEP, begin = beginBackup, make = makeBackup }: By = {},
): Promise<void> {
  const begun = await transact(begin)(system, { id });
  if (!begun) return;
  if (!folder) return transact(failBackup)(system, { id, failure: 'no-folder' });
  try {
    await end(id, await make({ ...wish(id), ...begun, folder: path.resolve(folder) }));
    await transact(forgetFiles)(system, { files: await pruneBackups(folder, keep, clock()) });
  } catch (error) {
    log.error({ err: error, backup: id }, 'a backup failed');
    await transact(failBackup)(system, { id, failure: failureOf(error) });
  }
}

function wish(id: string) {
  let said = 0;
  return {
    url: env.DATABASE_URL,
    files: storageFolder(),
    now: clock(),
    program: running.version,
    key: env.BACKUP_KEY,
    secret: secretMark(),
    onStep: async (step: number, steps: number) => {
      if (Date.now() - said < second) return;
      said = Date.now();
      await transact(noteBackup)(system, { id, step, steps });
    },
  };
}

async function end(id: string, { file, bytes, sha256, manifest }: Made): Promise<void> {
  const { where, missing } = manifest.files;
  const made = { file, bytes, sha256, ...sumsOf(manifest), namesOnly: where === 'bucket', missing };
  await transact(endBackup)(system, { id, ...made });
}

const said = new Set(['busy', 'cut-short', 'denied', 'folder', 'folder-missing', 'full', 'key', 'spoilt']);

/** Why it failed, as one of the words that pages have a sentence for. */
function failureOf(error: unknown): string {
  return error instanceof CopyRefused && said.has(error.code) ? error.code : 'failed';
}
