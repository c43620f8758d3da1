import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { day } from '@/lib/core/time';

import { object } from './json';

/** How long a folder is kept into which nothing is read any more: it holds addresses of members. */
export const folderKeptMs = 30 * day;

/** Deletes the folders below a place into which a forum was read, and nothing for a month. Answers their names; what else lies there is left alone. */
export async function deleteOldForumFolders(place: string, now: Date): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
  const deleted: string[] = [];
  for (const entry of entries) {
    const folder = path.join(place, entry.name);
    if (!entry.isDirectory() || !(await isOver(path.join(folder, '.reading'), now))) continue;
    await rm(folder, { recursive: true, force: true });
    deleted.push(entry.name);
  }
  return deleted;
}

// The reader's own journal says first whose forum it is.
async function isOver(journal: string, now: Date): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(journal);
    if (now.getTime() - mtimeMs < folderKeptMs) return false;
    const text = await readFile(journal, 'utf8');
    return typeof object(JSON.parse(text.slice(0, text.indexOf('\n')))).site === 'string';
  } catch {
    return false;
  }
}
