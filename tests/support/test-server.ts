/**
 * The PostgreSQL that tests run on: one server in .data/test, shared by every run on this machine and stopped by
 * the last; or the one of TEST_DATABASE_ADMIN_URL. Migrated once into a template that test files are cloned from.
 */
import { createHash } from 'node:crypto';

import pg from 'pg';

import { ask } from '@/scripts/lib/ask';
import { migrate, readMigrations } from '@/scripts/lib/migrations';
import { startPostgres } from '@/scripts/lib/postgres';
import { isAlive } from '@/scripts/lib/processes';

import { clonePrefix, databases, urlOf } from './clones';

export type TestServer = { adminUrl: string; template: string; release(): Promise<void> };

const templatePrefix = 'tpl_';
const dayInMs = 86_400_000;

export async function openTestServer(dataDir: string): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_ADMIN_URL;
  const own = given ? undefined : await startPostgres(dataDir, { quick: true });
  const adminUrl = given ?? own?.url('postgres') ?? '';
  if (own) await sweep(adminUrl);
  return {
    adminUrl,
    template: await ensureTemplate(adminUrl),
    release: async () => own?.release({ remove: Boolean(process.env.CI) }),
  };
}

async function ensureTemplate(adminUrl: string): Promise<string> {
  const name = `${templatePrefix}${digest()}`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(72707370)');
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (!rowCount) await createTemplate(client, adminUrl, name);
    await client.query(`COMMENT ON DATABASE ${name} IS '${Date.now()}'`);
    return name;
  } finally {
    await client.end();
  }
}

// A template counts only once it is marked as one: an interrupted migration is begun again.
async function createTemplate(client: pg.Client, adminUrl: string, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name}`);
  await migrate(urlOf(adminUrl, name));
  await client.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
}

/** Removes what killed runs left behind, and templates that nobody used for a day. */
async function sweep(adminUrl: string): Promise<void> {
  for (const name of await databases(adminUrl, clonePrefix)) {
    if (!isAlive(Number(name.split('_')[1]))) await ask(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
  for (const name of await databases(adminUrl, templatePrefix)) {
    const [row] = await ask(
      adminUrl,
      `SELECT shobj_description(oid, 'pg_database') AS used FROM pg_database WHERE datname = '${name}'`,
    );
    if (Date.now() - Number(row?.used ?? Date.now()) > dayInMs) await dropTemplate(adminUrl, name);
  }
}

async function dropTemplate(adminUrl: string, name: string): Promise<void> {
  await ask(adminUrl, `ALTER DATABASE ${name} WITH IS_TEMPLATE false`);
  await ask(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function digest(): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}
