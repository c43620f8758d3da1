import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { extract } from 'tar-stream';

import { decrypted, isEncrypted } from './age-file';
import { CopyRefused } from './copy-refused';
import { inWords } from './in-words';
import { manifestShape, sealShape, type Manifest, type StoredTable } from './manifest';

const unzip = promisify(gunzip);

// Entries are pieces of this size before they are compressed, or pictures.
export const pieceBytes = 4 * 1024 * 1024;
const mostEntryBytes = 64 * 1024 * 1024;

const block = 512;
const padded = (bytes: number) => Math.ceil(bytes / block) * block;

const cutShort = (file: string) =>
  new CopyRefused('cut-short', `${file} has no end: it is no backup, or it was cut short.`);
const spoilt = (file: string, what: string) => new CopyRefused('spoilt', `${file} is spoilt: ${what}.`);

/** What a backup says of itself, read from its end; refuses a file without one, an encrypted one without its key, and a plain one that is called encrypted. */
export async function readManifest(file: string, key?: string): Promise<Manifest> {
  const handle = await openFile(file);
  try {
    if (await beginsEncrypted(file, handle)) return await findManifest(file, key);
    // The end: header and body of the seal, and two empty blocks. In front of that, the manifest.
    const { size } = await handle.stat();
    const seal = sealShape.safeParse(parsed(await slice(handle, size - 3 * block, block)));
    if (!seal.success) throw cutShort(file);
    const from = size - 4 * block - padded(seal.data.manifestBytes);
    return manifestOf(file, await slice(handle, from, seal.data.manifestBytes));
  } finally {
    await handle.close();
  }
}

// What is no file is not opened: a pipe would wait for who writes into it.
async function openFile(file: string): Promise<FileHandle> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw absent.has(error.code ?? '') ? new CopyRefused('no-backup', `There is no file ${file}.`) : inWords(error);
  });
  if (!found.isFile())
    throw new CopyRefused('unreadable', `${file} is no file${found.isDirectory() ? ', but a folder' : ''}.`);
  return open(file, 'r').catch((error: unknown) => {
    throw inWords(error);
  });
}

const absent = new Set(['ENOENT', 'ENOTDIR']);

// Where the end of an encrypted one is, is known once all of it was read.
async function findManifest(file: string, key: string | undefined): Promise<Manifest> {
  let text = '';
  for await (const { name, bytes } of entriesOf(file, key)) if (name === 'manifest.json') text = bytes.toString('utf8');
  return manifestOf(file, text);
}

function manifestOf(file: string, text: string): Manifest {
  const manifest = manifestShape.safeParse(parsed(text));
  if (!manifest.success) throw spoilt(file, 'what it says of itself cannot be read');
  return manifest.data;
}

async function slice(handle: FileHandle, from: number, bytes: number): Promise<string> {
  if (from < 0) return '';
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(bytes), position: from });
  return buffer.subarray(0, bytesRead).toString('utf8').replace(/\0+$/, '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Entry = { name: string; bytes: Buffer };

/** The entries of a backup in their order, one in memory at a time; at its end its seal is compared with what was read. */
export async function* entriesOf(file: string, key?: string): AsyncGenerator<Entry, void> {
  const digest = createHash('sha256');
  let sealed: string | undefined;
  const bytes = await openBytes(file);
  const source = bytes.encrypted ? Readable.from(decrypted(file, key, bytes.stream)) : bytes.stream;
  const tar = extract();
  source.once('error', (error) => tar.destroy(error));
  try {
    for await (const entry of source.pipe(tar)) {
      const { name, type, size } = entry.header;
      // Of an entry of another kind, or without a length, the reader of tar files would wait for an end that never comes.
      if (type !== 'file' || !Number.isSafeInteger(size)) throw spoilt(file, `${name} is no file`);
      if (size! > mostEntryBytes) throw spoilt(file, `${name} is too long`);
      const pieces: Buffer[] = [];
      for await (const piece of entry) pieces.push(piece as Buffer);
      const bytes = Buffer.concat(pieces);
      if (sealed !== undefined) throw spoilt(file, 'something follows its end');
      if (name === 'seal.json') sealed = sealShape.safeParse(parsed(bytes.toString('utf8'))).data?.sha256 ?? '';
      else {
        digest.update(`${name}\0${bytes.length}\0`).update(bytes);
        yield { name, bytes };
      }
    }
  } catch (error) {
    const said = inWords(error, file);
    if (said instanceof CopyRefused) throw said;
    throw /end of data/i.test((error as Error).message) ? cutShort(file) : spoilt(file, (error as Error).message);
  } finally {
    source.destroy();
    bytes.stream.destroy();
  }
  if (sealed === undefined) throw cutShort(file);
  if (sealed !== digest.digest('hex')) throw spoilt(file, 'its digest is another');
}

async function openBytes(file: string): Promise<{ stream: Readable; encrypted: boolean }> {
  const handle = await openFile(file);
  try {
    const encrypted = await beginsEncrypted(file, handle);
    return { stream: handle.createReadStream({ start: 0 }), encrypted };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Whether a backup is encrypted. Refuses one whose name alone says so: nobody could have made it without the key, but this anybody could. */
export async function isEncryptedFile(file: string): Promise<boolean> {
  const handle = await openFile(file);
  try {
    return await beginsEncrypted(file, handle);
  } finally {
    await handle.close();
  }
}

async function beginsEncrypted(file: string, handle: FileHandle): Promise<boolean> {
  const { buffer } = await handle.read({ buffer: Buffer.alloc(64), position: 0 });
  if (isEncrypted(buffer)) return true;
  if (/\.age$/i.test(file)) throw spoilt(file, 'its name says that it is encrypted, and it is not');
  return false;
}

// Names of tables may hold anything; those of files should not.
const plain = (name: string) => name.replaceAll(/[^\w-]/gu, (sign) => `%${sign.codePointAt(0)!.toString(16)}`);

/** The name of a piece of a table inside of a backup. */
export const pieceName = ({ schema, name }: { schema: string; name: string }, at: number): string =>
  `tables/${plain(schema)}.${plain(name)}/${String(at + 1).padStart(6, '0')}.gz`;

/** The text of a table, piece by piece, from the entries that come next. */
export async function* piecesOf(
  file: string,
  entries: AsyncGenerator<Entry, void>,
  table: StoredTable,
): AsyncGenerator<Buffer, void> {
  for (let at = 0; at < table.parts; at += 1) {
    const { value } = await entries.next();
    const name = pieceName(table, at);
    if (!value || value.name !== name) throw spoilt(file, `${name} is not where it should be`);
    yield await unzip(value.bytes, { maxOutputLength: pieceBytes }).catch(() => {
      throw spoilt(file, `${name} cannot be unpacked`);
    });
  }
}
