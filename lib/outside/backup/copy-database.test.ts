import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { ask } from '@/scripts/lib/ask';
import { describeDatabase, differences } from '@/scripts/lib/describe-database';

import { awkward, awkwardRows, awkwardSchema } from '@/tests/support/awkward-database';
import { spareDatabases } from '@/tests/support/spare-databases';

import { copyDatabase } from './copy-database';
import { loadDatabase } from './load-database';
import { withSession } from './session';
import { listSequences, listTables } from './tables';

const { template } = inject('run');
const database = spareDatabases();
const owner = `copier_${randomBytes(4).toString('hex')}`;

// The target's owner is no superuser, as on a server of one's own or of a provider.
beforeAll(() => ask(inject('run').adminUrl, `CREATE ROLE ${owner} LOGIN PASSWORD 'copier' NOSUPERUSER`));
afterAll(async () => {
  await database.drop();
  await ask(inject('run').adminUrl, `DROP ROLE ${owner}`);
});

const allRows = (url: string) =>
  Promise.all(
    [awkward, 'hen', 'egg', 'ledger'].map((table) =>
      ask(url, `SELECT t::text AS row FROM ${table} t ORDER BY t::text COLLATE "C"`),
    ),
  );
const triggers = (url: string) =>
  ask(url, `SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`);

it('brings awkward values, circles of keys, guards and computed columns over unchanged, by an owner who is no superuser', async () => {
  const [from, to] = [await database(), await database({ owner })];
  await ask(from, awkwardSchema);
  await ask(to, awkwardSchema);
  await ask(from, `BEGIN; ${awkwardRows}; COMMIT; SELECT setval('ledger_n_seq', 41)`);
  // Texts of values must not depend on what a server was set to.
  await ask(
    from,
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET datestyle = ''SQL, DMY''', current_database()); END $$`,
  );
  await ask(
    from,
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET bytea_output = ''escape''', current_database()); END $$`,
  );
  const loaded = await copyDatabase(from, to);
  expect(loaded.map(({ tally }) => tally.rows).toSorted()).toEqual([2, 2, 2, 6]);
  const pinned = (url: string) => `${url}?options=-c%20datestyle%3DISO%20-c%20bytea_output%3Dhex%20-c%20timezone%3DUTC`;
  expect(await allRows(pinned(to))).toEqual(await allRows(pinned(from)));
  expect(differences(await describeDatabase(from), await describeDatabase(to))).toEqual([]);
  expect(await triggers(to)).toEqual(await triggers(from));
  expect(await withSession(to, listSequences)).toEqual(await withSession(from, listSequences));
  await expect(ask(to, 'DELETE FROM ledger')).rejects.toThrow('append only');
  await expect(ask(to, 'INSERT INTO hen (egg) VALUES (99)')).rejects.toThrow('hen_egg');
  expect(await ask(to, `INSERT INTO ledger (what) VALUES ('three') RETURNING n, what`)).toEqual([
    { n: 42, what: 'three!' },
  ]);
});

it('takes all tables of one moment while others write', async () => {
  const [from, to] = [await database({ template }), await database({ template })];
  await ask(from, 'CREATE TABLE paid (n int); CREATE TABLE sent (n int); CREATE TABLE "Zlast" (n int)');
  await ask(to, 'CREATE TABLE paid (n int); CREATE TABLE sent (n int); CREATE TABLE "Zlast" (n int)');
  let [writing, written] = [true, 0];
  const writer = (async () => {
    while (writing) {
      written += 1;
      await ask(
        from,
        `BEGIN; INSERT INTO "Zlast" VALUES (${written}); INSERT INTO paid VALUES (${written}); INSERT INTO sent VALUES (${written}); COMMIT`,
      );
    }
  })();
  await expect.poll(() => written).toBeGreaterThan(3);
  // Every table is copied only after more was written since the one before it.
  let seen = 0;
  const loaded = await copyDatabase(from, to, { onTable: () => void (seen = written) });
  await expect.poll(() => written).toBeGreaterThan(seen);
  writing = false;
  await writer;
  const rowsIn = (name: string) => loaded.find(({ table }) => table.name === name)!.tally.rows;
  expect(rowsIn('paid')).toBeGreaterThan(0);
  expect([rowsIn('sent'), rowsIn('Zlast')]).toEqual([rowsIn('paid'), rowsIn('paid')]);
  const [count] = await ask(from, 'SELECT count(*)::int AS n FROM paid');
  expect(count!.n).toBeGreaterThan(rowsIn('paid'));
});

it('leaves the target empty when it is broken off in the middle, and fills it the next time', async () => {
  const [from, to] = [await database({ template }), await database({ template })];
  await ask(from, `INSERT INTO "ScheduleRun" SELECT 'run ' || n, now(), now() FROM generate_series(1, 5000) n`);
  await ask(from, `INSERT INTO "RateBucket" SELECT 'key ' || n, 1, now() FROM generate_series(1, 5000) n`);
  await expect(
    copyDatabase(from, to, {
      onTable: ({ table }) => {
        if (table.name === 'ScheduleRun') throw new Error('broken off');
      },
    }),
  ).rejects.toThrow('broken off');
  expect(await ask(to, 'SELECT count(*)::int AS n FROM "RateBucket"')).toEqual([{ n: 0 }]);
  await copyDatabase(from, to);
  expect(await ask(to, 'SELECT count(*)::int AS n FROM "RateBucket"')).toEqual([{ n: 5000 }]);
});

it('refuses rows that stand there, other columns, and rows that arrive changed', async () => {
  const [from, to] = [await database({ template }), await database({ template })];
  await ask(from, `INSERT INTO "RateBucket" VALUES ('a', 1, now())`);
  await ask(to, `INSERT INTO "RateBucket" VALUES ('b', 1, now())`);
  await expect(copyDatabase(from, to)).rejects.toMatchObject({ code: 'not-empty' });
  expect(await ask(to, 'SELECT key FROM "RateBucket"')).toEqual([{ key: 'b' }]);
  await ask(to, `DELETE FROM "RateBucket"; ALTER TABLE "RateBucket" ADD COLUMN more int`);
  await expect(copyDatabase(from, to)).rejects.toMatchObject({ code: 'missing-column' });
  await ask(to, `ALTER TABLE "RateBucket" DROP COLUMN more`);
  await expect(
    withSession(to, async (client) =>
      loadDatabase(client, {
        tables: await listTables(client),
        sequences: async () => [],
        fill: async ({ name }) => (name === 'RateBucket' ? { ...nothing, rows: 1 } : nothing),
      }),
    ),
  ).rejects.toMatchObject({ code: 'differs', message: expect.stringContaining('RateBucket') });
  // What is refused leaves no lock, and the next one fills it.
  expect((await copyDatabase(from, to)).length).toBeGreaterThan(90);
  expect(await ask(to, 'SELECT key FROM "RateBucket"')).toEqual([{ key: 'a' }]);
});

const nothing = { rows: 0, bytes: 0, digest: '0'.repeat(64) };
