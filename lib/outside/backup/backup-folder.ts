import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { day } from '@/lib/core/time';

const whole = /^millet-(\d{4})(\d\d)(\d\d)T\d{9}Z(-asked)?\.tar(\.age)?$/;
const unfinished = /^\.millet-\d{8}T\d{9}Z(-asked)?\.tar(\.age)?\.part$/;

/** Whether a name is that of a backup, and no way to another folder. */
export const isBackupName = (name: string): boolean => whole.test(name);

/** The names of the whole backups in a folder, the newest first. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(isBackupName).toSorted().toReversed();
}

/**
 * Keeps the backups of the newest nights, and as many of those that somebody asked for, none of them older than so many days; deletes
 * the others, and what was left unfinished a day ago. The newest of all stays. Answers what was deleted.
 */
export async function pruneBackups(folder: string, keep: number, now: Date): Promise<string[]> {
  const [newest, ...others] = await listBackups(folder);
  const isAsked = (name: string) => whole.exec(name)?.[4] !== undefined;
  const dayOf = (name: string) => Date.parse(name.replace(whole, '$1-$2-$3'));
  const nights = others.filter((name) => !isAsked(name)).slice(keep - (newest && !isAsked(newest) ? 1 : 0));
  const asked = others.filter(isAsked);
  const old = asked.filter((name, at) => at >= keep || now.getTime() - dayOf(name) > keep * day);
  const gone = [...nights, ...old];
  for (const name of gone) await rm(path.join(folder, name), { force: true });
  await removeUnfinished(folder, now);
  return gone;
}

async function removeUnfinished(folder: string, now: Date): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => unfinished.test(each))) {
    const found = await stat(path.join(folder, name)).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > day) await rm(path.join(folder, name), { force: true });
  }
}
