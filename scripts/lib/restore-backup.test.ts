import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import pg from 'pg';
import { afterAll, expect, inject, it } from 'vitest';

import { makeBackup, makeBackupKey } from '@/lib/outside/backup';
import { spareDatabases } from '@/tests/support/spare-databases';

import { ask } from './ask';
import { migrate, readMigrations } from './migrations';
import { restoreBackup } from './restore-backup';

const { template } = inject('run');
const database = spareDatabases();
afterAll(() => database.drop());

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'millet-restore-'));
const back = async (url: string, files: string | null = null) => {
  const folder = newFolder();
  const made = await makeBackup({ url, folder, files, now: new Date(), program: '1.2.3', secret: 'theirs' });
  return path.join(folder, made.file);
};
const into = (url: string, file: string, more = {}) =>
  restoreBackup({ url, file, replace: '', files: null, embedded: true, ...more });
const addKeys = (url: string, count: number) =>
  ask(url, `INSERT INTO "RateBucket" SELECT 'key ' || n, 1, now() FROM generate_series(1, ${count}) n`);
const countKeys = async (url: string) => (await ask(url, 'SELECT count(*)::int AS n FROM "RateBucket"'))[0]!.n;

it('restores into a bare database with its files, and writes down that it did', async () => {
  const [from, to] = [await database({ template }), await database()];
  const [bytes, files, restored] = [randomBytes(5000), newFolder(), newFolder()];
  const name = `${createHash('sha256').update(bytes).digest('hex')}.webp`;
  mkdirSync(path.join(files, name.slice(0, 2)));
  writeFileSync(path.join(files, name.slice(0, 2), name), bytes);
  await addKeys(from, 10);
  await ask(
    from,
    `INSERT INTO "Member" (id, handle, name, "sessionVersion", "createdAt") VALUES (gen_random_uuid(), 'ann', 'Ann', 3, now())`,
  );
  const lines = await into(to, await back(from, files), { files: restored, secret: 'ours' });
  expect(lines.join('\n')).toContain('CAUTION: AUTH_SECRET is another');
  expect(lines.join('\n')).toMatch(/RateBucket +10 /);
  expect(await countKeys(to)).toBe(10);
  // A session that was ended after the backup stays ended.
  expect((await ask(to, 'SELECT "sessionVersion" AS v FROM "Member"'))[0]!.v).toBeGreaterThan(1_000_000);
  expect(readFileSync(path.join(restored, name.slice(0, 2), name))).toEqual(bytes);
  expect(await ask(to, 'SELECT act FROM "AuditEntry"')).toEqual([{ act: 'backups.restored' }]);
});

it('asks whether a backup is meant that is not encrypted although it could be, before anything is changed', async () => {
  const [file, to, key] = [await back(await database({ template })), await database(), await makeBackupKey()];
  await expect(into(to, file, { key })).rejects.toThrow(
    /is not encrypted, although BACKUP_KEY is set.*--unencrypted yes\. Nothing was changed\./,
  );
  expect(await ask(to, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  expect((await into(to, file, { key, unencrypted: true })).join('\n')).toContain('AUTH_SECRET');
});

it('restores an older version as that version, and migrates it then', async () => {
  const [from, to] = [await database(), await database()];
  const older = readMigrations().slice(0, -4);
  await migrate(from, older);
  await addKeys(from, 3);
  const lines = await into(to, await back(from));
  expect(lines.join('\n')).toContain('4 newer migrations');
  expect(await countKeys(to)).toBe(3);
  expect(await migrate(to)).toEqual([]);
  const applied = await ask(to, 'SELECT migration_name AS name FROM "_prisma_migrations" ORDER BY 1');
  expect(applied.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
});

it('refuses a newer version, and leaves a bare database bare', async () => {
  const [from, to] = [await database({ template }), await database()];
  await ask(
    from,
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9_later', now())`,
  );
  await expect(into(to, await back(from))).rejects.toMatchObject({
    code: 'newer',
    message: expect.stringContaining('9_later'),
  });
  expect(await ask(to, `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([
    { n: 0 },
  ]);
});

it('replaces what is there only for who types the name of the brand, while nobody else is connected, and all or nothing', async () => {
  const [from, to] = [await database({ template }), await database({ template })];
  await addKeys(from, 2);
  await addKeys(to, 9);
  const file = await back(from);
  await expect(into(to, file)).rejects.toMatchObject({ code: 'not-empty' });
  await expect(into(to, file, { replace: 'Someone else' })).rejects.toMatchObject({ code: 'not-empty' });
  const other = new pg.Client({ connectionString: to });
  await other.connect();
  await expect(into(to, file, { replace: 'Millet' })).rejects.toMatchObject({ code: 'in-use' });
  await other.end();
  expect(await countKeys(to)).toBe(9);
  await into(to, file, { replace: 'Millet' });
  expect(await countKeys(to)).toBe(2);

  const older = await database();
  await migrate(older, readMigrations().slice(0, -1));
  await expect(into(to, await back(older), { replace: 'Millet' })).rejects.toMatchObject({ code: 'version' });
  expect(await countKeys(to)).toBe(2);
});

it('refuses a spoilt file before anything is made', async () => {
  const [from, to] = [await database({ template }), await database()];
  const file = await back(from);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length - 700));
  await expect(into(to, file)).rejects.toMatchObject({ code: 'cut-short' });
  expect(readdirSync(path.dirname(file))).toHaveLength(1);
  expect(await ask(to, `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([
    { n: 0 },
  ]);
  await expect(into(to, `${file}.none`)).rejects.toMatchObject({ code: 'no-backup' });
});
