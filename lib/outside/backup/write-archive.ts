import { createHash } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { pack } from 'tar-stream';

import { makeFolder } from '@/lib/core/make-folder';

import { encrypted } from './age-file';
import { CopyRefused } from './copy-refused';
import type { Manifest } from './manifest';

/** A backup that is being written; nobody takes it for a backup before it is whole. */
export type Archive = {
  add: (name: string, bytes: Buffer) => Promise<void>;
  /** Adds manifest and seal, and gives the file its name once the disk has all of it; answers its length and its digest. */
  finish: (manifest: Manifest) => Promise<{ bytes: number; sha256: string }>;
  /** Takes away what was written. */
  drop: () => Promise<void>;
};

/** Makes the folder for backups, for its owner alone; refuses one that others of the machine may enter. */
export async function privateFolder(folder: string): Promise<void> {
  makeFolder(folder, 0o700);
  const { mode } = await stat(folder);
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw new CopyRefused(
    'folder',
    `Others of this machine may enter ${folder}: a backup holds personal data. Run: chmod 700 ${folder}`,
  );
}

/** Begins a tar file in a folder, encrypted where there is a key, under a name that no list of backups shows. */
export async function writeArchive(folder: string, name: string, key?: string): Promise<Archive> {
  const [draft, whole] = [path.join(folder, `.${name}.part`), path.join(folder, name)];
  const handle = await open(draft, 'wx', 0o600);
  const tar = pack();
  const digest = createHash('sha256');
  const target = handle.createWriteStream({ flush: true });
  const source = tar as unknown as NodeJS.ReadableStream;
  const written = key ? pipeline(source, (plain) => encrypted(key, bytesOf(plain)), target) : pipeline(source, target);
  // It is looked at when something is added or the archive is finished.
  written.catch((error: Error) => tar.destroy(error));

  // What an entry says when the file cannot be written is only that the archive ended: why it did, is the pipeline's own error.
  const put = async (entry: string, bytes: Buffer) => {
    try {
      await addEntry(tar, entry, bytes);
    } catch (error) {
      tar.destroy(error as Error);
      await written;
      throw error;
    }
  };
  const add = async (entry: string, bytes: Buffer) => {
    digest.update(`${entry}\0${bytes.length}\0`).update(bytes);
    await put(entry, bytes);
  };
  return {
    add,
    finish: async (manifest) => {
      const text = Buffer.from(JSON.stringify(manifest));
      await add('manifest.json', text);
      const sha256 = digest.digest('hex');
      await put('seal.json', Buffer.from(JSON.stringify({ manifestBytes: text.length, sha256 })));
      tar.finalize();
      await written;
      const { size } = await stat(draft);
      await rename(draft, whole);
      await syncFolder(folder);
      return { bytes: size, sha256 };
    },
    drop: async () => {
      tar.destroy();
      await written.catch(() => undefined);
      await rm(draft, { force: true });
    },
  };
}

// What a tar file is made of are bytes, which a stream's type does not say.
const bytesOf = (stream: AsyncIterable<unknown>) => stream as AsyncIterable<Buffer>;

// It is told to go on when the disk has taken what it was given: what waits in memory is one entry at most.
function addEntry(tar: ReturnType<typeof pack>, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const sink = tar.entry({ name, size: bytes.length, mode: 0o600, mtime: new Date(0) });
    sink.once('error', reject).once('close', resolve);
    sink.end(bytes);
  });
}

// Without this the new name may be lost when the machine loses its power.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
