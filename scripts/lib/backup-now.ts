/** `npm run admin -- backup [--to FOLDER]`: a backup at once, in the folder of the nightly ones or in another. */
import path from 'node:path';

import { secretMark } from '@/lib/backups/secret-mark';
import { clock } from '@/lib/core/time';
import { env } from '@/lib/core/env';
import { running } from '@/lib/core/version';
import { makeBackup, sumsOf } from '@/lib/outside/backup';
import { storageFolder } from '@/lib/outside/storage';

/** Makes a backup and answers where it is and what it holds; refuses while another is being made. */
export async function backupNow(to: string): Promise<string[]> {
  const folder = to || (env.BACKUP_DIR ?? path.resolve(env.DATA_DIR, 'backups'));
  const began = performance.now();
  const made = await makeBackup({
    url: env.DATABASE_URL,
    folder,
    files: storageFolder(),
    now: clock(),
    program: running.version,
    asked: true,
    key: env.BACKUP_KEY,
    secret: secretMark(),
  });
  const { rows, tables, files } = sumsOf(made.manifest);
  const { where, missing } = made.manifest.files;
  return [
    path.join(folder, made.file),
    `${made.bytes.toLocaleString('en')} bytes: ${rows.toLocaleString('en')} rows of ${tables} tables, and ${files} uploaded files ` +
      `${where === 'bucket' ? 'by their names alone, since they lie in a bucket' : 'with their bytes'}; ${((performance.now() - began) / 1000).toFixed(1)} s.`,
    ...(missing > 0 ? [`${missing} uploaded files that the database names are not in their folder.`] : []),
    'It was read again, and every row was there. AUTH_SECRET is not in it: keep that elsewhere.',
    env.BACKUP_KEY
      ? 'It is encrypted: without BACKUP_KEY nobody can read it, so keep that elsewhere too.'
      : 'It is not encrypted: whoever has the file can read everything in it. With BACKUP_KEY set, the next one is.',
  ];
}
