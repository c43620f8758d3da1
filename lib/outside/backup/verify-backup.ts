import { isNamedByContent, FileTally } from './backup-files';
import { CopyRefused } from './copy-refused';
import type { Manifest } from './manifest';
import { entriesOf, piecesOf, readManifest, type Entry } from './read-archive';
import { RowTally, sameTally } from './row-tally';

/**
 * Reads a whole backup and compares every row, every file and the digest of all of it with what it says of itself. Refuses one
 * that was cut short or spoilt, and an encrypted one without its key.
 */
export async function verifyBackup(file: string, key?: string): Promise<Manifest> {
  const manifest = await readManifest(file, key);
  const entries = entriesOf(file, key);
  try {
    for (const table of manifest.tables) {
      const tally = new RowTally();
      for await (const piece of piecesOf(file, entries, table)) tally.add(piece);
      if (!sameTally(tally.tally, table)) throw differs(file, table.name);
    }
    await takeFiles(file, manifest, entries);
    return manifest;
  } finally {
    // The file is closed, however far it was read.
    await entries.return();
  }
}

/** Gives out the files behind the tables, and reads the backup to its end, where its seal is compared. */
export async function takeFiles(
  file: string,
  { files }: Manifest,
  entries: AsyncGenerator<Entry, void>,
  take?: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const tally = new FileTally();
  for await (const { name, bytes } of entries) {
    if (name.startsWith('files/')) {
      const key = name.slice('files/'.length);
      if (!isNamedByContent(key, bytes)) throw differs(file, key);
      tally.add(key, bytes.length);
      await take?.(key, bytes);
    } else if (name.startsWith('names/')) {
      for (const [key = '', length] of bytes
        .toString('utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(' ')))
        tally.add(key, Number(length));
    } else if (name !== 'manifest.json') throw differs(file, name);
  }
  if (!sameTally(tally.tally, files)) throw differs(file, 'its uploaded files');
}

const differs = (file: string, what: string) =>
  new CopyRefused('spoilt', `${file} is spoilt: ${what} is not what was backed up.`);
