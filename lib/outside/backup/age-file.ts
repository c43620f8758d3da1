import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

import { CopyRefused } from './copy-refused';

type Bytes = AsyncIterable<Uint8Array>;

const firstLine = 'age-encryption.org/v1\n';
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const nonceBytes = 16;
const mostHeaderBytes = 64 * 1024;

/** A new key for backups, as age writes it. */
export const makeBackupKey = (): Promise<string> => generateX25519Identity();

/** Whether a file that begins so is encrypted. */
export const isEncrypted = (start: Buffer): boolean =>
  start.subarray(0, firstLine.length).toString('latin1') === firstLine;

/** Encrypts in the format of age, for who has the key. Refuses a key that is none. */
export async function* encrypted(key: string, plain: Bytes): AsyncGenerator<Buffer, void> {
  const { header, fileKey } = await makeHeader(key);
  const nonce = randomBytes(nonceBytes);
  yield Buffer.concat([header, nonce]);
  const payloadKey = keyOf(fileKey, nonce);
  for await (const { piece, at, last } of chunksOf(plain, chunkBytes)) {
    const cipher = createCipheriv('chacha20-poly1305', payloadKey, chunkNonce(at, last), { authTagLength: tagBytes });
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Decrypts what `encrypted` or age made; each piece is given out once its tag was found right. Refuses without the key or with another,
 * and where anything was changed, moved or cut off.
 */
export async function* decrypted(file: string, key: string | undefined, bytes: Bytes): AsyncGenerator<Buffer, void> {
  if (!key) throw new CopyRefused('key', `${file} is encrypted: set BACKUP_KEY to the key that it was made with.`);
  const { header, rest } = await takeHeader(file, bytes);
  const fileKey = await openHeader(file, key, header);
  const { nonce, payload } = await takeNonce(file, rest);
  const payloadKey = keyOf(fileKey, nonce);
  for await (const { piece, at, last } of chunksOf(payload, chunkBytes + tagBytes)) {
    const end = piece.length - tagBytes;
    // Only a file that holds nothing at all ends with an empty piece.
    if (end < 0 || (end === 0 && at > 0)) throw changed(file);
    const decipher = createDecipheriv('chacha20-poly1305', payloadKey, chunkNonce(at, last), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(piece.subarray(end));
    const plain = decipher.update(piece.subarray(0, end));
    try {
      decipher.final();
    } catch {
      throw changed(file);
    }
    yield plain;
  }
}

const changed = (file: string) =>
  new CopyRefused('spoilt', `${file} is spoilt: a part of it was changed, or its end is missing.`);

// The library makes the header of an empty file, which holds a new key for the bytes that follow.
async function makeHeader(key: string): Promise<{ header: Buffer; fileKey: Uint8Array }> {
  try {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(key));
    const empty = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
    const header = empty.subarray(0, empty.length - nonceBytes - tagBytes);
    return { header, fileKey: await readerWith(key).decryptHeader(header) };
  } catch {
    throw noKey();
  }
}

async function openHeader(file: string, key: string, header: Buffer): Promise<Uint8Array> {
  const reader = readerWith(key);
  return reader.decryptHeader(header).catch((error: Error) => {
    if (/no identity matched/.test(error.message))
      throw new CopyRefused('key', `${file} was encrypted with another key than that of BACKUP_KEY.`);
    throw changed(file);
  });
}

function readerWith(key: string): Decrypter {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(key);
  } catch {
    throw noKey();
  }
  return decrypter;
}

const noKey = () => new CopyRefused('key', 'BACKUP_KEY is no key: make one with `npm run admin -- backup-key`.');

const keyOf = (fileKey: Uint8Array, nonce: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

// A count of eleven bytes, and whether it is the last piece.
function chunkNonce(at: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(at, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** The header ends with the line that begins with three dashes. */
async function takeHeader(file: string, bytes: Bytes): Promise<{ header: Buffer; rest: Bytes }> {
  const source = bytes[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  while (held.length <= mostHeaderBytes) {
    const end = /\n--- [^\n]*\n/.exec(held.toString('latin1'));
    if (end) {
      const length = end.index + end[0].length;
      return { header: held.subarray(0, length), rest: after(held.subarray(length), source) };
    }
    const { value, done } = await source.next();
    if (done) break;
    held = Buffer.concat([held, value as Uint8Array]);
  }
  throw changed(file);
}

async function takeNonce(file: string, bytes: Bytes): Promise<{ nonce: Buffer; payload: Bytes }> {
  const source = bytes[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  while (held.length < nonceBytes) {
    const { value, done } = await source.next();
    if (done) throw changed(file);
    held = Buffer.concat([held, value as Uint8Array]);
  }
  return { nonce: held.subarray(0, nonceBytes), payload: after(held.subarray(nonceBytes), source) };
}

async function* after(first: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield first;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

type Chunk = { piece: Buffer; at: number; last: boolean };

/** The same bytes in pieces of one length; the last one has what is left, and is known as the last. */
async function* chunksOf(source: Bytes, length: number): AsyncGenerator<Chunk, void> {
  let [waiting, held, at]: [Uint8Array[], number, number] = [[], 0, 0];
  for await (const part of source) {
    waiting.push(part);
    held += part.length;
    if (held <= length) continue;
    const all = Buffer.concat(waiting);
    let from = 0;
    for (; all.length - from > length; from += length, at += 1)
      yield { piece: all.subarray(from, from + length), at, last: false };
    [waiting, held] = [[all.subarray(from)], all.length - from];
  }
  yield { piece: Buffer.concat(waiting), at, last: true };
}
