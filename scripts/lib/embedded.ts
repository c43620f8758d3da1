/**
 * Everything the embedded database needs before anybody uses it: server, secrets, migrations, demo brand.
 * What it made is written to DATA_DIR/env.json, where lib/core/env.ts finds it.
 */
import { existsSync } from 'node:fs';

import { ask } from './ask';
import { writeEnv } from './env-file';
import { migrate } from './migrations';
import { startPostgres, type Postgres } from './postgres';
import { runNode } from './run-node';
import { say } from './say';

export type Embedded = {
  databaseUrl: string;
  /** Another one whenever the database was made anew. */
  identity: string;
  release(options?: { remove?: boolean }): Promise<void>;
};

const database = 'millet';
const draft = 'millet_draft';
const seedEntry = 'prisma/seed/index.ts';

export async function prepareEmbedded(
  dataDir: string,
  {
    seed,
    fresh = false,
    quick = false,
    bare = false,
  }: { seed: boolean; fresh?: boolean; quick?: boolean; bare?: boolean },
): Promise<Embedded> {
  const postgres = await startPostgres(dataDir, { quick });
  try {
    if (fresh) await administer(postgres, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    if (bare) await makeBare(dataDir, postgres);
    else await makeReady(dataDir, postgres, seed && existsSync(seedEntry));
    const [found] = await ask(postgres.url('postgres'), `SELECT oid FROM pg_database WHERE datname = '${database}'`);
    const databaseUrl = postgres.url(database);
    return {
      databaseUrl,
      identity: `${databaseUrl} ${String(found?.oid)}`,
      release: (options) => postgres.release(options),
    };
  } catch (error) {
    await postgres.release();
    throw error;
  }
}

async function makeReady(dataDir: string, postgres: Postgres, seed: boolean): Promise<void> {
  const missing = !(await exists(postgres));
  if (seed && (missing || (await isEmpty(postgres.url(database))))) await createSeeded(dataDir, postgres);
  else if (missing) await administer(postgres, `CREATE DATABASE ${database}`);
  report(await migrate(postgres.url(database)));
  writeEnv(dataDir, postgres.url(database));
}

/** A database as it is, or a new one without any table; one that holds no row of anybody is made anew, since its version may be another. */
async function makeBare(dataDir: string, postgres: Postgres): Promise<void> {
  if ((await exists(postgres)) && (await isEmpty(postgres.url(database), ['StaffRole', 'ScheduleRun'])))
    await administer(postgres, `DROP DATABASE ${database} WITH (FORCE)`);
  if (!(await exists(postgres))) await administer(postgres, `CREATE DATABASE ${database}`);
  writeEnv(dataDir, postgres.url(database));
}

// Seeded under another name first: a seed that is interrupted leaves nothing half-filled behind.
async function createSeeded(dataDir: string, postgres: Postgres): Promise<void> {
  await administer(postgres, `DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`, `CREATE DATABASE ${draft}`);
  report(await migrate(postgres.url(draft)));
  writeEnv(dataDir, postgres.url(draft));
  say('Seeding the demo brand…');
  await runNode({ script: 'scripts/lib/run-seed.ts', variables: { DATA_DIR: dataDir } });
  await administer(
    postgres,
    `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
    `ALTER DATABASE ${draft} RENAME TO ${database}`,
  );
}

async function exists(postgres: Postgres): Promise<boolean> {
  const rows = await ask(postgres.url('postgres'), `SELECT 1 FROM pg_database WHERE datname = '${database}'`);
  return rows.length > 0;
}

async function isEmpty(url: string, but: string[] = []): Promise<boolean> {
  const tables = await ask(
    url,
    `SELECT format('%I', relname) AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> ALL ($1::text[])`,
    [['_prisma_migrations', ...but]],
  );
  if (tables.length === 0) return true;
  const filled = tables.map(({ name }) => `EXISTS (SELECT 1 FROM ${name})`).join(' OR ');
  const rows = await ask(url, `SELECT ${filled} AS filled`);
  return rows[0]?.filled !== true;
}

async function administer(postgres: Postgres, ...statements: string[]): Promise<void> {
  for (const statement of statements) await ask(postgres.url('postgres'), statement);
}

function report(names: string[]): void {
  if (names.length > 0) say(`Applied ${names.length === 1 ? `migration ${names[0]}` : `${names.length} migrations`}.`);
}
