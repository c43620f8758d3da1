import { randomBytes } from 'node:crypto';

import { afterEach, beforeEach, expect, inject, it } from 'vitest';

import { ask } from './ask';
import { applyMigrations, readMigrations, type Migration } from './migrations';

const { adminUrl } = inject('run');
const name = `replaced_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
beforeEach(() => ask(adminUrl, `CREATE DATABASE ${name}`));
afterEach(() => ask(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`));

const older = [
  { name: '1_one', sql: 'CREATE TABLE "One" ()', checksum: 'a' },
  { name: '2_two', sql: 'CREATE TABLE "Two" ()', checksum: 'b' },
];
const init: Migration = {
  name: '0_init',
  sql: 'CREATE TABLE "One" (); CREATE TABLE "Two" ()',
  checksum: 'c',
  replaces: older.map(({ name, checksum }) => ({ name, checksum })),
};
const next = { name: '3_three', sql: 'CREATE TABLE "Three" ()', checksum: 'd' };
const recorded = async () =>
  (await ask(url, 'SELECT migration_name AS name FROM "_prisma_migrations" ORDER BY 1')).map((row) => row.name);

it('a new database gets the one that replaces others, and none of those', async () => {
  expect(await applyMigrations(url, [init, next])).toEqual(['0_init', '3_three']);
  expect(await applyMigrations(url, [init, next])).toEqual([]);
  expect(await recorded()).toEqual(['0_init', '3_three']);
});

it('a database that has all the replaced ones is marked as having the one that replaces them, and goes on', async () => {
  await applyMigrations(url, older);
  expect(await applyMigrations(url, [init, next])).toEqual(['3_three']);
  expect(await recorded()).toEqual(['0_init', '1_one', '2_two', '3_three']);
  expect(await applyMigrations(url, [init, next])).toEqual([]);
});

it('a database that has only some is told which it lacks, and stays as it is', async () => {
  await applyMigrations(url, older.slice(0, 1));
  await expect(applyMigrations(url, [init, next])).rejects.toThrow(
    'has 1 of the 2 migrations that 0_init replaces, but not 2_two. Apply those first',
  );
  expect(await recorded()).toEqual(['1_one']);
  await applyMigrations(url, older);
  expect(await applyMigrations(url, [init])).toEqual([]);
});

it('a replaced one that failed, or had another text, is not taken for done', async () => {
  await applyMigrations(url, older);
  await ask(url, `UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = '2_two'`);
  await expect(applyMigrations(url, [init])).rejects.toThrow('2_two failed earlier');
  await ask(url, `UPDATE "_prisma_migrations" SET finished_at = now(), checksum = 'x' WHERE migration_name = '2_two'`);
  await expect(applyMigrations(url, [init])).rejects.toThrow('2_two was changed after this database applied it');
  expect(await recorded()).not.toContain('0_init');
});

it('the migrations of the first days are known by their names and texts', async () => {
  const migrations = readMigrations();
  const [first] = migrations;
  expect(first).toMatchObject({ name: '0_init' });
  expect(first!.replaces!.length).toBeGreaterThan(28);
  const emptied = first!.replaces!.map((each) => ({ ...each, sql: '' }));
  await applyMigrations(url, emptied);
  expect(await applyMigrations(url, [first!])).toEqual([]);
  expect(await recorded()).toEqual(['0_init', ...emptied.map((each) => each.name)].toSorted());
});
