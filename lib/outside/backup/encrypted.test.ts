import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ask } from '@/scripts/lib/ask';
import { spareDatabases } from '@/tests/support/spare-databases';

import { decrypted, encrypted, makeBackupKey } from './age-file';
import { isBackupName, listBackups, pruneBackups } from './backup-folder';
import { makeBackup } from './make-backup';
import { loadBackup } from './restore-backup';
import { verifyBackup } from './verify-backup';

const { template } = inject('run');
const database = spareDatabases();
afterAll(() => database.drop());

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'millet-encrypted-'));
const chunk = 64 * 1024;

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
const seal = (key: string, bytes: Buffer, length = 10_000) => all(encrypted(key, inPieces(bytes, length)));
const open = (key: string | undefined, bytes: Uint8Array, length = 7_777) =>
  all(decrypted('some.tar.age', key, inPieces(bytes, length)));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('the format', () => {
  let key: string;
  beforeAll(async () => void (key = await makeBackupKey()));

  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 5])(
    'is that of age, either way, for %i bytes',
    async (length) => {
      const plain = randomBytes(length);
      const ours = await seal(key, plain);
      expect((await open(key, ours)).equals(plain)).toBe(true);
      const decrypter = new Decrypter();
      decrypter.addIdentity(key);
      expect(Buffer.from(await decrypter.decrypt(ours)).equals(plain)).toBe(true);
      const encrypter = new Encrypter();
      encrypter.addRecipient(await identityToRecipient(key));
      expect((await open(key, await encrypter.encrypt(plain))).equals(plain)).toBe(true);
    },
  );

  it('never gives out the same bytes twice', async () => {
    const plain = Buffer.alloc(500);
    expect((await seal(key, plain)).equals(await seal(key, plain))).toBe(false);
  });

  it('is refused without its key, with another, and with one that is none', async () => {
    const sealed = await seal(key, randomBytes(100));
    for (const wrong of [undefined, await makeBackupKey(), `${key.slice(0, -1)}${key.endsWith('Q') ? 'P' : 'Q'}`, 'x'])
      expect(await codeOf(open(wrong, sealed))).toBe('key');
    expect(await codeOf(seal('AGE-SECRET-KEY-1', randomBytes(100)))).toBe('key');
  });

  it('is refused when a bit is turned, a piece is moved, repeated or left out, or the end is missing', async () => {
    const sealed = await seal(key, randomBytes(5 * chunk));
    const from = sealed.length - 5 * (chunk + 16);
    const piece = (at: number) => sealed.subarray(from + at * (chunk + 16), from + (at + 1) * (chunk + 16));
    const joined = (...places: number[]) => Buffer.concat([sealed.subarray(0, from), ...places.map(piece)]);
    expect(await codeOf(open(key, joined(0, 1, 2, 3, 4)))).toBe('read');
    const moved = [[1, 0, 2, 3, 4], [0, 1, 3, 2, 4], [0, 1, 1, 2, 3, 4], [0, 2, 3, 4], [0, 1, 2, 3], [4], []];
    for (const places of moved)
      expect([places, await codeOf(open(key, joined(...places)))]).toEqual([places, 'spoilt']);
    for (const length of [0, 10, 22, from - 20, from, from + 10, sealed.length - chunk, sealed.length - 1])
      expect([length, await codeOf(open(key, sealed.subarray(0, length)))]).toEqual([length, 'spoilt']);
    expect(await codeOf(open(key, Buffer.concat([sealed, Buffer.alloc(1)])))).toBe('spoilt');
    for (let n = 0; n < 200; n += 1) {
      const place = n < 100 ? Math.floor((from * n) / 100) : Math.floor((sealed.length * (n - 99)) / 102);
      const bent = Buffer.from(sealed);
      bent[place]! ^= 1 << (n % 8);
      // A turned bit in the header may also mean that it is for another key.
      expect(['spoilt', 'key']).toContain(await codeOf(open(key, bent)));
    }
  });

  it('is refused when its header does not end', async () => {
    const long = Buffer.concat([Buffer.from('age-encryption.org/v1\n'), Buffer.alloc(10_000_000, 97)]);
    expect(await codeOf(open(key, long))).toBe('spoilt');
  });
});

describe('an encrypted backup', () => {
  let [key, url, folder, file] = ['', '', '', ''];
  beforeAll(async () => {
    [key, url, folder] = [await makeBackupKey(), await database({ template }), newFolder()];
    await ask(url, `INSERT INTO "RateBucket" SELECT 'somebody ' || n, 1, now() FROM generate_series(1, 5000) n`);
    const made = await makeBackup({ url, folder, files: null, now: new Date(), program: '1.2.3', key });
    file = path.join(folder, made.file);
    expect(made.bytes).toBe(readFileSync(file).length);
  });

  it('has a name that says so, and is listed and deleted like any other', async () => {
    const name = path.basename(file);
    expect(name).toMatch(/\.tar\.age$/);
    expect(isBackupName(name)).toBe(true);
    expect(await listBackups(folder)).toEqual([name]);
    const other = newFolder();
    const names = ['20260101', '20260102'].map((day) => `millet-${day}T000000000Z.tar.age`);
    for (const each of names) writeFileSync(path.join(other, each), '');
    expect(await pruneBackups(other, 1, new Date())).toEqual([names[0]]);
  });

  it('shows nothing of what it holds, and is read with its key alone', async () => {
    const text = readFileSync(file, 'latin1');
    for (const word of ['RateBucket', 'manifest', 'ustar']) expect(text).not.toContain(word);
    expect((await verifyBackup(file, key)).tables.length).toBeGreaterThan(90);
    expect(await codeOf(verifyBackup(file))).toBe('key');
    expect(await codeOf(verifyBackup(file, await makeBackupKey()))).toBe('key');
    const bent = path.join(folder, 'bent');
    const bytes = readFileSync(file);
    for (const place of [300, bytes.length >> 1, bytes.length - 1]) {
      const other = Buffer.from(bytes);
      other[place]! ^= 4;
      writeFileSync(bent, other);
      expect(await codeOf(verifyBackup(bent, key))).toBe('spoilt');
    }
    writeFileSync(bent, bytes.subarray(0, bytes.length - 5_000));
    expect(await codeOf(verifyBackup(bent, key))).toBe('spoilt');
  });

  it('is not taken for one by its name alone: what is plain under that name is refused', async () => {
    const bare = newFolder();
    const made = await makeBackup({ url, folder: bare, files: null, now: new Date(), program: '1.2.3' });
    const plain = path.join(bare, made.file);
    const forged = path.join(newFolder(), path.basename(file));
    writeFileSync(forged, readFileSync(plain));
    for (const given of [key, undefined]) expect(await codeOf(verifyBackup(forged, given))).toBe('spoilt');
    const manifest = await verifyBackup(plain, key);
    const load = loadBackup(await database({ template }), forged, { manifest, key, keep: async () => undefined });
    expect(await codeOf(load)).toBe('spoilt');
  });

  it('brings its rows back', async () => {
    const to = await database({ template });
    await loadBackup(to, file, { manifest: await verifyBackup(file, key), key, keep: async () => undefined });
    const rows = (at: string) => ask(at, 'SELECT * FROM "RateBucket" ORDER BY key');
    expect(await rows(to)).toEqual(await rows(url));
  });

  it('is not begun with a key that is none', async () => {
    const bare = newFolder();
    const work = makeBackup({ url, folder: bare, files: null, now: new Date(), program: '1', key: 'no key' });
    expect(await codeOf(work)).toBe('key');
    expect(readdirSync(bare)).toEqual([]);
  });
});
