import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, expect, inject, it, vi } from 'vitest';

import { spareDatabases } from '@/tests/support/spare-databases';

import { makeBackupKey } from './age-file';
import { CopyRefused } from './copy-refused';
import { inWords } from './in-words';
import { makeBackup } from './make-backup';
import { verifyBackup } from './verify-backup';
import { writeArchive } from './write-archive';

const { template } = inject('run');
const database = spareDatabases();
afterAll(() => database.drop());
afterEach(() => vi.restoreAllMocks());

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'millet-failing-'));
const make = (url: string, folder: string, key?: string) =>
  makeBackup({ url, folder, files: null, now: new Date(), program: '1.2.3', key });

// A disk takes so many bytes, and has no room then.
async function fillDisk(room: number): Promise<void> {
  const handle = await open(path.join(newFolder(), 'any'), 'w');
  const kind = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  let left = room;
  for (const name of ['write', 'writev'] as const) {
    const real = kind[name] as (...given: unknown[]) => Promise<unknown>;
    vi.spyOn(kind, name).mockImplementation(async function (this: FileHandle, ...given: unknown[]) {
      left -= [given[0]].flat().reduce((sum: number, each) => sum + (each as Buffer).length, 0);
      if (left < 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      return real.apply(this, given) as never;
    });
  }
}

it.each(['plain', 'encrypted'])(
  'says that the disk is full wherever in a backup that is %s it is, and leaves nothing',
  async (how) => {
    const [url, folder] = [await database({ template }), newFolder()];
    const key = how === 'encrypted' ? await makeBackupKey() : undefined;
    const { bytes } = await make(url, newFolder(), key);
    for (const room of [0, 600, bytes >> 1, bytes - 3_000, bytes - 600, bytes - 1]) {
      await fillDisk(room);
      const error = await make(url, folder, key).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(CopyRefused);
      expect(error).toMatchObject({ code: 'full', message: `${folder}: the disk is full.` });
      expect(readdirSync(folder)).toEqual([]);
      vi.restoreAllMocks();
    }
    await make(url, folder, key);
  },
);

it('gives the first error of the disk to whoever adds an entry after it', async () => {
  const archive = await writeArchive(newFolder(), 'some.tar');
  await fillDisk(0);
  const codes: unknown[] = [];
  for (let round = 0; round < 6; round += 1)
    codes.push(await archive.add('a', Buffer.alloc(100_000)).catch((error: NodeJS.ErrnoException) => error.code));
  // The first waits in memory; no other is taken.
  expect(codes.slice(2)).toEqual(Array.from({ length: 4 }, () => 'ENOSPC'));
  expect(codes.slice(0, 2).filter((code) => code !== undefined && code !== 'ENOSPC')).toEqual([]);
  await archive.drop();
});

it('refuses in words, at once, a folder that cannot be', async () => {
  const url = await database({ template });
  const file = path.join(newFolder(), 'file');
  writeFileSync(file, '');
  const wrong = [file, path.join(file, 'x'), '/dev/null', '/dev/null/x', `/${'x'.repeat(300)}`];
  for (const folder of wrong)
    await expect(make(url, folder)).rejects.toMatchObject({ name: 'Error', code: 'folder-missing' });
  if (existsSync('/proc/self')) await expect(make(url, '/proc/x/y')).rejects.toMatchObject({ code: 'folder-missing' });
  if (existsSync('/sys/kernel'))
    await expect(make(url, '/sys/x')).rejects.toMatchObject({
      code: expect.stringMatching(/^(denied|folder-missing)$/),
    });
  expect(readdirSync(path.dirname(file))).toEqual(['file']);
});

it('refuses in words a database that does not answer, without its password', async () => {
  const error = await make('postgresql://me:secret@127.0.0.1:1/shop', newFolder()).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ code: 'unreachable', message: expect.stringContaining('shop on 127.0.0.1:1') });
  expect(String(error)).not.toContain('secret');
});

it('refuses in words what is no file', async () => {
  const folder = newFolder();
  await expect(verifyBackup(folder)).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/folder/),
  });
  await expect(verifyBackup(path.join(folder, 'none'))).rejects.toMatchObject({ code: 'no-backup' });
  if (process.platform === 'win32') return;
  await expect(verifyBackup('/dev/zero')).rejects.toMatchObject({ code: 'unreadable' });
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  await expect(verifyBackup(pipe)).rejects.toMatchObject({ code: 'unreadable' });
});

// A header of a tar file with its checksum made right again.
function bend(bytes: Buffer, at: number, change: (header: Buffer) => void): Buffer {
  const bent = Buffer.from(bytes);
  const header = bent.subarray(at, at + 512);
  change(header);
  header.fill(32, 148, 156);
  header.write(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
    'latin1',
  );
  return bent;
}

it('refuses, and never waits for, an entry without a length or of another kind', async () => {
  const folder = newFolder();
  const { file } = await make(await database({ template }), folder);
  const whole = readFileSync(path.join(folder, file));
  const bent = path.join(folder, 'bent.tar');
  const changes: ((header: Buffer) => void)[] = [
    (header) => void header.fill(0x90, 124, 136),
    (header) => void header.fill(0xff, 124, 136),
    (header) => void header.write('77777777777', 124, 'latin1'),
    ...[...'1234567xgKL'].map((kind) => (header: Buffer) => void header.write(kind, 156, 'latin1')),
  ];
  for (const change of changes) {
    writeFileSync(bent, bend(whole, 0, change));
    await expect(verifyBackup(bent)).rejects.toMatchObject({ code: expect.stringMatching(/^(spoilt|cut-short)$/) });
  }
  writeFileSync(
    bent,
    bend(whole, 0, () => undefined),
  );
  await verifyBackup(bent);
}, 20_000);

it('has words for what disks and connections answer, and none for a fault of the program', () => {
  const thrown = (code: string, path?: string) => Object.assign(new Error(`${code}: something`), { code, path });
  const said = (error: Error) => {
    const { code, message } = inWords(error, '/backups') as { code?: string; message: string };
    return [code, message];
  };
  expect(said(thrown('EACCES', '/root/x'))).toEqual(['denied', '/root/x: this user may not do that there.']);
  expect(said(thrown('EROFS'))).toEqual(['denied', '/backups: the disk can only be read.']);
  expect(said(thrown('ECONNRESET'))[0]).toBe('unreachable');
  expect(said(new Error('Connection terminated unexpectedly'))[0]).toBe('unreachable');
  const fault = new TypeError('x is not a function');
  expect(inWords(fault)).toBe(fault);
});

it('cleans what it quotes of what terminals take for commands', () => {
  expect(new CopyRefused('newer', 'a \u001B[31m\u009B2Jb\r\n\u0007 c\u202E d').message).toBe('a [31m2Jb c d');
});
