/** Makes the cluster of an embedded PostgreSQL: the same collation and character classes on every machine. */
import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { bareEnvironment, ownFolder, type Account } from './postgres-place';
import { Trouble } from './say';

type Cluster = { folder: string; account: Account | undefined; password: string; initdb: string; quick?: boolean };

/** Whatever an interrupted attempt left in the folder is removed: it never held anybody's data. */
export async function createCluster({ folder, account, password, initdb, quick }: Cluster): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  ownFolder(folder, account);
  const note = passwordNote(password, account);
  try {
    await promisify(execFile)(
      initdb,
      [
        `--pgdata=${folder}`,
        '--username=millet',
        '--auth=scram-sha-256',
        `--pwfile=${note.file}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--lc-collate=C',
        `--lc-ctype=${characterClasses()}`,
        '--lc-messages=C',
        '--no-instructions',
        ...(quick ? ['--no-sync'] : []),
      ],
      { ...account, cwd: '/', env: bareEnvironment() },
    );
  } catch (error) {
    throw new Trouble(`PostgreSQL could not make its folder ${folder}: ${(error as Error).message}`);
  } finally {
    rmSync(note.folder, { recursive: true, force: true });
  }
}

function passwordNote(password: string, account: Account | undefined): { folder: string; file: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'millet-'));
  const file = path.join(folder, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (account) [folder, file].forEach((name) => chownSync(name, account.uid, account.gid));
  return { folder, file };
}

/** pg_trgm asks the system which characters are letters: a UTF-8 locale makes Chinese ones count. */
function characterClasses(): string {
  const known = systemLocales();
  return ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => known.has(name)) ?? 'C';
}

function systemLocales(): Set<string> {
  try {
    return new Set(
      execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n'),
    );
  } catch {
    return new Set();
  }
}
