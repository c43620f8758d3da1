import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { day } from '@/lib/core/time';

const whole = /^millet-\d{8}T\d{9}Z\.tar$/;
const unfinished = /^\.millet-\d{8}T\d{9}Z\.tar\.part$/;

/** Whether a name is that of a backup, and no way to another folder. */
export const isBackupName = (name: string): boolean => whole.test(name);

/** The names of the whole backups in a folder, the newest first. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => whole.test(name))
    .toSorted()
    .toReversed();
}

/** Keeps the newest backups of a folder and deletes the older ones, and what was left unfinished a day ago; answers what was deleted. */
export async function pruneBackups(folder: string, keep: number, now: Date): Promise<string[]> {
  const old = (await listBackups(folder)).slice(Math.max(1, keep));
  for (const name of old) await rm(path.join(folder, name), { force: true });
  for (const name of (await readdir(folder)).filter((each) => unfinished.test(each))) {
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > day) await rm(path.join(folder, name), { force: true });
  }
  return old;
}
