import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ask } from '@/scripts/lib/ask';
import { runToEnd } from '@/scripts/lib/run-node';
import { awkward, awkwardRows, awkwardSchema } from '@/tests/support/awkward-database';
import { spareDatabases } from '@/tests/support/spare-databases';

import { backupName, makeBackup } from './make-backup';
import { listBackups, pruneBackups } from './backup-folder';
import { loadBackup } from './restore-backup';
import { readManifest } from './read-archive';
import { verifyBackup } from './verify-backup';

const { template } = inject('run');
const database = spareDatabases();
afterAll(() => database.drop());

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'millet-backup-'));
let at = Date.parse('2026-11-29T02:15:00Z');
const make = (url: string, folder: string, more: Partial<Parameters<typeof makeBackup>[0]> = {}) =>
  makeBackup({ url, folder, files: null, now: new Date((at += 1)), program: '1.2.3', ...more });

// A folder of uploaded files, as local storage keeps them.
function uploads(count: number): { folder: string; names: string[] } {
  const folder = newFolder();
  const names = Array.from({ length: count }, () => {
    const bytes = randomBytes(9_000);
    const name = `${createHash('sha256').update(bytes).digest('hex')}.webp`;
    mkdirSync(path.join(folder, name.slice(0, 2)), { recursive: true });
    writeFileSync(path.join(folder, name.slice(0, 2), name), bytes);
    return name;
  });
  return { folder, names: names.toSorted() };
}

const restore = async (file: string, to: string, kept: string[] = []) =>
  loadBackup(to, file, { manifest: await verifyBackup(file), keep: async (name) => void kept.push(name) });

describe('a backup', () => {
  let [from, folder] = ['', ''];
  beforeAll(async () => {
    folder = newFolder();
    from = await database();
    await ask(from, awkwardSchema);
    await ask(from, `BEGIN; ${awkwardRows}; COMMIT`);
  });

  it('brings all rows and files back as they were, and is for its owner alone', async () => {
    const { folder: files, names } = uploads(3);
    writeFileSync(path.join(files, 'notes.txt'), 'not an upload');
    const { file, bytes, manifest } = await make(from, folder, { files });
    const whole = path.join(folder, file);
    expect(statSync(whole)).toMatchObject({ size: bytes });
    if (process.platform !== 'win32')
      expect([statSync(whole).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(manifest.files).toMatchObject({ where: 'inside', rows: 3, bytes: 27_000, missing: 0 });
    expect(await readManifest(whole)).toEqual(manifest);
    expect(manifest.tables.find(({ name }) => name.startsWith('Awk'))!.parts).toBeGreaterThan(1);

    const to = await database();
    await ask(to, awkwardSchema);
    const kept: string[] = [];
    await restore(whole, to, kept);
    expect(kept).toEqual(names);
    const rows = (url: string) => ask(url, `SELECT t::text AS row FROM ${awkward} t ORDER BY id`);
    expect(await rows(to)).toEqual(await rows(from));
    expect(await ask(to, 'SELECT id, egg, mother FROM hen ORDER BY 1')).toEqual(
      await ask(from, 'SELECT id, egg, mother FROM hen ORDER BY 1'),
    );
    await expect(restore(whole, to)).rejects.toMatchObject({ code: 'not-empty' });
  });

  it('says when files that rows name are not there, and which they are where they lie in a bucket', async () => {
    const url = await database({ template });
    const { folder: files, names } = uploads(2);
    for (const name of [names[0]!.slice(0, 64), 'ab'.repeat(32)])
      await ask(
        url,
        `INSERT INTO "File" (sha256, mime, bytes, width, height, "createdAt") VALUES ('${name}', 'image/webp', 9000, 1, 1, now())`,
      );
    expect((await make(url, folder, { files })).manifest.files).toMatchObject({ rows: 2, missing: 1 });
    const bucket = await make(url, folder);
    expect(bucket.manifest.files).toMatchObject({ where: 'bucket', rows: 2, bytes: 18_000 });
    await verifyBackup(path.join(folder, bucket.file));
  });

  it('is refused when any of its bits is turned, or when it is cut short', async () => {
    const { folder: files } = uploads(1);
    const { file } = await make(from, folder, { files });
    const whole = readFileSync(path.join(folder, file));
    const spoilt = path.join(folder, 'spoilt.tar');
    const refused = async (bytes: Buffer) => {
      writeFileSync(spoilt, bytes);
      return verifyBackup(spoilt).then(
        () => 'good',
        (error: { code?: string }) => error.code,
      );
    };
    expect(await refused(whole)).toBe('good');
    const places = Array.from({ length: 120 }, (_, n) => Math.floor((whole.length * (n + 0.5)) / 120)).concat(
      whole.length - 1500,
      whole.length - 2000,
    );
    for (const place of places) {
      const bytes = Buffer.from(whole);
      bytes[place]! ^= 1 << (place % 8);
      // Between entries a tar file is filled up with noughts that mean nothing.
      if (whole[place] !== 0) expect([place, await refused(bytes)]).not.toContain('good');
    }
    for (const length of [
      0,
      100,
      511,
      512,
      5_000,
      whole.length >> 1,
      whole.length - 3_000,
      whole.length - 1_024,
      whole.length - 512,
      whole.length - 1,
    ])
      expect(['cut-short', 'spoilt']).toContain(await refused(whole.subarray(0, length)));
    expect(await refused(Buffer.concat([whole, whole]))).not.toBe('good');
    const empty = await database();
    await ask(empty, awkwardSchema);
    const bent = Buffer.from(whole);
    bent[whole.length >> 1]! ^= 1;
    writeFileSync(spoilt, bent);
    // Also where nobody verified it first, the rows are compared as they arrive.
    const manifest = await readManifest(path.join(folder, file));
    await expect(loadBackup(empty, spoilt, { manifest, keep: async () => undefined })).rejects.toMatchObject({
      code: 'spoilt',
    });
    expect(await ask(empty, `SELECT count(*)::int AS n FROM hen`)).toEqual([{ n: 0 }]);
  });

  it('holds no secret of the environment', async () => {
    const { file } = await make(from, folder);
    const text = readFileSync(path.join(folder, file), 'latin1');
    for (const secret of [process.env.AUTH_SECRET, new URL(from).password])
      if (secret) expect(text).not.toContain(secret);
  });
});

describe('who makes backups', () => {
  it('makes one of a moment while others write', async () => {
    const url = await database({ template });
    await ask(url, `CREATE TABLE "Aa" (n int); CREATE TABLE zz (n int)`);
    let n = 0;
    const write = () => ask(url, `BEGIN; INSERT INTO "Aa" VALUES (${(n += 1)}); INSERT INTO zz VALUES (${n}); COMMIT`);
    await write();
    const { manifest } = await make(url, newFolder(), { onStep: async () => void (await write()) });
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)!.rows;
    expect([rows('Aa'), rows('zz')]).toEqual([1, 1]);
    expect(n).toBeGreaterThan(90);
  });

  it('makes one at a time of a database, whoever asks, and the next one when that is over', async () => {
    const url = await database({ template });
    const folder = newFolder();
    let other: Promise<unknown> | undefined;
    await make(url, folder, {
      onStep: () => void (other ??= expect(make(url, newFolder())).rejects.toMatchObject({ code: 'busy' })),
    });
    await other;
    await make(url, folder);
    expect(await listBackups(folder)).toHaveLength(2);
  });

  it('leaves nothing that looks like a backup when it is killed or fails, and the place is free again', async () => {
    const url = await database({ template });
    const folder = newFolder();
    await expect(make(url, folder, { onStep: () => Promise.reject(new Error('disk full')) })).rejects.toThrow(
      'disk full',
    );
    expect(readdirSync(folder)).toEqual([]);
    const { status } = await runToEnd({
      script: 'tests/support/backup-child.ts',
      words: ['backup', url, folder, '50'],
      quiet: true,
    });
    expect(status).toBe(128);
    expect(await listBackups(folder)).toEqual([]);
    const left = readdirSync(folder);
    expect(left.map((name) => name.endsWith('.part'))).toEqual([true]);
    await expect(verifyBackup(path.join(folder, left[0]!))).rejects.toMatchObject({ code: 'cut-short' });
    await expect
      .poll(() =>
        make(url, folder).then(
          () => 'made',
          (error: { code?: string }) => error.code,
        ),
      )
      .toBe('made');
    await pruneBackups(folder, 1, new Date(Date.now() + 25 * 3_600_000));
    expect(readdirSync(folder)).toEqual(await listBackups(folder));
  });

  it('refuses a folder that others may enter', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o755);
    if (process.platform !== 'win32')
      await expect(make(await database(), folder)).rejects.toMatchObject({ code: 'folder' });
  });

  it('keeps the newest nights and, for as many days, what was asked for, and never deletes what is no backup', async () => {
    const folder = newFolder();
    const on = (day: number) => new Date(Date.UTC(2026, 0, day));
    const nights = [1, 2, 3, 4].map((day) => backupName(on(day)));
    const [longAgo, first, last] = [backupName(on(1), true), backupName(on(3), true), backupName(on(4), true)];
    const others = ['millet-notes.tar', 'photo.tar'];
    for (const name of [...nights, longAgo, first, last, ...others]) writeFileSync(path.join(folder, name), '');
    expect((await pruneBackups(folder, 2, on(5))).toSorted()).toEqual([longAgo, nights[0], nights[1]].toSorted());
    expect(readdirSync(folder).toSorted()).toEqual([...others, nights[2], nights[3], first, last].toSorted());
    // What was asked for goes with the days; nights stay until there are newer ones.
    expect((await pruneBackups(folder, 2, on(20))).toSorted()).toEqual([first, last].toSorted());
    expect(await pruneBackups(folder, 2, on(90))).toEqual([]);
    const only = newFolder();
    writeFileSync(path.join(only, first), '');
    expect(await pruneBackups(only, 2, on(90))).toEqual([]);
  });
});

it('a copy that is killed in the middle leaves the target empty', async () => {
  const [from, to] = [await database({ template }), await database({ template })];
  await ask(from, `INSERT INTO "RateBucket" SELECT 'key ' || n, 1, now() FROM generate_series(1, 2000) n`);
  const { status } = await runToEnd({
    script: 'tests/support/backup-child.ts',
    words: ['copy', from, to, '95'],
    quiet: true,
  });
  expect(status).toBe(128);
  expect(await ask(to, 'SELECT count(*)::int AS n FROM "RateBucket"')).toEqual([{ n: 0 }]);
});
