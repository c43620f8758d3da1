/** `npm run admin -- restore FILE [--replace NAME]`: the rows and uploaded files of a backup into the database that is set. */
import type pg from 'pg';

import { readBrand } from '@/lib/core/current-brand';
import {
  countOthers,
  CopyRefused,
  isEncryptedFile,
  loadBackup,
  readVersion,
  verifyBackup,
  withSession,
  type Manifest,
} from '@/lib/outside/backup';
import { createLocalStorage } from '@/lib/outside/storage';

import { demoWords, voidDemoPasswords } from './demo-passwords';
import { loadedTable } from './loaded-table';
import { migrate, readMigrations, type Migration } from './migrations';
import { secretWords } from './secret-words';
import { prepareTarget } from './target-database';
import { asBefore, noRows, saying, untouched } from './what-became';

type Wish = {
  url: string;
  file: string;
  key?: string;
  secret?: string;
  replace: string;
  /** Whether a file that is not encrypted is meant, although there is a key. */
  unencrypted?: boolean;
  files: string | null;
  embedded: boolean;
};

/**
 * Restores a backup into an empty database, or with the brand's name typed in place of what is there; answers what was found. One of an
 * older version is restored as that version and then migrated. Refuses a backup that is spoilt or of a newer version, and one that is not encrypted though it could be, unless that is meant.
 */
export async function restoreBackup({
  url,
  file,
  key,
  secret,
  replace,
  unencrypted,
  files,
  embedded,
}: Wish): Promise<string[]> {
  const began = performance.now();
  const manifest = await saying(untouched, () => verifyBackup(file, key));
  if (key && !unencrypted) await saying(untouched, () => refuseUnencrypted(file));
  const migrations = await saying(untouched, async () => migrationsOf(manifest));
  if (replace) await saying(untouched, () => refuseToReplace(url, replace, migrations));
  else await prepareTarget(url, migrations);
  await saying(replace ? untouched : noRows, () => refuseOtherQueue(url, manifest));
  const storage = files ? createLocalStorage(files) : null;
  let passwords = 0;
  const loaded = await saying(replace ? asBefore : noRows, () =>
    loadBackup(url, file, {
      manifest,
      key,
      replace: replace !== '',
      keep: async (name, bytes) => void (await storage?.put(name, bytes, 'image/webp')),
      before: async (client) => {
        await forgetUnended(client);
        await endSessions(client);
        if (!embedded) passwords = await voidDemoPasswords(client);
        await writeDown(client, manifest);
      },
    }),
  );
  const applied = await saying(afterRows, () => migrate(url));
  return [
    ...loadedTable(loaded, performance.now() - began),
    '',
    ...afterwards(manifest, applied, files),
    ...secretWords(manifest.secret, secret),
    ...demoWords(passwords),
  ];
}

const afterRows = 'The rows were restored; what is newer than they are is not there yet: `npm run db:migrate` goes on.';

async function refuseUnencrypted(file: string): Promise<void> {
  if (await isEncryptedFile(file)) return;
  throw new CopyRefused('key', `${file} is not encrypted, although BACKUP_KEY is set. ${unsealed}`);
}

const unsealed =
  'Whoever could write to it may have changed what it holds. If it was made before the key was, and was kept well, add --unencrypted yes.';

async function writeDown(client: pg.Client, { madeAt }: Manifest): Promise<void> {
  await client.query(
    `INSERT INTO public."AuditEntry" (id, "actorId", act, "subjectType", "subjectId", reason, detail, at)
     VALUES (gen_random_uuid(), NULL, 'backups.restored', 'backup', $1, 'npm run admin', '{}', now())`,
    [madeAt],
  );
}

// Sessions that were ended since would be good again, a stolen one too. The number is above all that any member had meanwhile.
async function endSessions(client: pg.Client): Promise<void> {
  await client.query(
    `UPDATE public."Member" SET "sessionVersion" = greatest("sessionVersion" + 1, (extract(epoch FROM now()) / 60)::int)`,
  );
}

// What was being made when the backup was, is made by nobody now: that is the backup itself.
async function forgetUnended(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('public."Backup"') IS NOT NULL AS there`);
  if (rows[0]?.there) await client.query('DELETE FROM public."Backup" WHERE "endedAt" IS NULL');
}

function afterwards({ madeAt, program, files }: Manifest, applied: string[], folder: string | null): string[] {
  const uploads =
    files.rows === 0
      ? 'It holds no uploaded files.'
      : files.where === 'bucket'
        ? `Its ${files.rows} uploaded files lie in the bucket: this backup holds their names alone.`
        : folder
          ? `${files.rows} uploaded files lie in ${folder}.`
          : `Its ${files.rows} uploaded files were not put anywhere: this Millet keeps them in a bucket. Restore once without S3_BUCKET, and copy the folder.`;
  return [
    `This is the database as it was at ${madeAt}, made by Millet ${program}; every table has the digest it was backed up with.`,
    ...(applied.length > 0 ? [`Then ${applied.length} newer migrations were applied.`] : []),
    uploads,
    'Everybody signs in again, with the password and the second factor of that time. Passkeys work only at the host of PUBLIC_URL that they were added at.',
    'What waited to be sent or done at that moment is sent and done when Millet starts.',
  ];
}

/** The migrations that the backup's rows belong to, out of those of this version. */
function migrationsOf({ migrations: had, program }: Manifest): Migration[] {
  const all = readMigrations();
  const known = new Set(all.flatMap(({ name, replaces = [] }) => [name, ...replaces.map((each) => each.name)]));
  const unknown = had.find((name) => !known.has(name));
  if (unknown)
    throw new CopyRefused(
      'newer',
      `The backup is of a newer version (${program}, migration ${unknown}): restore it with that one.`,
    );
  const wanted = all.filter(({ name }) => had.includes(name));
  const gap = all.slice(0, wanted.length).find(({ name }) => !had.includes(name));
  if (gap)
    throw new CopyRefused(
      'version',
      `The backup lacks migration ${gap.name}, and has later ones: it cannot be restored here.`,
    );
  return wanted;
}

async function refuseOtherQueue(url: string, { jobQueue, program }: Manifest): Promise<void> {
  const version = await withSession(url, readVersion);
  if (version?.jobQueue === jobQueue) return;
  throw new CopyRefused(
    'version',
    `The backup's job queue is of another version (${jobQueue} there, ${version?.jobQueue} here): restore it with Millet ${program}, then upgrade.`,
  );
}

async function refuseToReplace(url: string, typed: string, migrations: Migration[]): Promise<void> {
  const [version, others] = await withSession(
    url,
    async (client) => [await readVersion(client), await countOthers(client)] as const,
  );
  if (!version) throw new CopyRefused('version', 'There is nothing to replace: leave --replace out.');
  if (others > 0)
    throw new CopyRefused('in-use', `Others are connected to the database (${others}): stop Millet everywhere first.`);
  const [all, has] = [readMigrations(), new Set(version.migrations)];
  const isSame = migrations.length === all.length && all.every((migration) => has.has(migration.name));
  if (!isSame)
    throw new CopyRefused(
      'version',
      'Only a backup of the same version can replace what is there: take a new, empty database for this one.',
    );
  const { name } = await readBrand();
  if (typed === name.en || typed === name.zh) return;
  throw new CopyRefused('not-empty', `To replace what is there, type the brand's name: --replace "${name.en}".`);
}
