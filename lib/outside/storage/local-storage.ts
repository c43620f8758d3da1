import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { makeFolder } from '@/lib/core/make-folder';

import { checkedKey, isStorageKey, type Storage } from './storage';

/** Storage in a folder of this machine, served at `/files/<key>`. Throws what the file system throws. */
export function createLocalStorage(folder: string): Storage {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    put: (key, bytes) => write(pathOf(checkedKey(key)), bytes),
    get: async (key) => (isStorageKey(key) ? ((await openOrNull(pathOf(key)))?.createReadStream() ?? null) : null),
    url: (key) => `/files/${checkedKey(key)}`,
  };
}

/** A reader never sees half a file: it is written beside and moved into place. */
async function write(path: string, bytes: Buffer): Promise<void> {
  if (await exists(path)) return;
  makeFolder(join(path, '..'));
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await writeAndSync(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeAndSync(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, absent(false));
}

async function openOrNull(path: string): Promise<FileHandle | null> {
  return open(path, 'r').catch(absent(null));
}

function absent<T>(answer: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return answer;
    throw error;
  };
}
