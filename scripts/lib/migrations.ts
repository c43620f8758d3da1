/**
 * The migrations of prisma/migrations and their application, as `prisma migrate deploy` does it and into the same
 * table, so that either may continue what the other began. The job queue's own tables follow.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { Logger, runMigrations as migrateJobQueue } from 'graphile-worker';
import pg from 'pg';

import { Trouble } from './say';

export type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

export const migrationsFolder = 'prisma/migrations';

/** What stands below this line in a migration is beyond the schema's words, and is kept by the next diff. */
export const handMark = '-- By hand:';

// Any number that nobody else locks; all processes of one database take turns on it.
const advisoryLock = 72_707_369;

const quiet = new Logger(() => () => undefined);

const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

export function readMigrations(folder = migrationsFolder): Migration[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql')));
  return names.toSorted().map((name) => {
    const bytes = readFileSync(path.join(folder, name, 'migration.sql'));
    return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
  });
}

export function byHand(sql: string): string {
  const start = sql.indexOf(handMark);
  return start < 0 ? '' : sql.slice(start);
}

/** Applies what the database lacks, then the job queue's own migrations; returns the names of what it applied. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const applied = await applyMigrations(databaseUrl, readMigrations());
  await migrateJobQueue({ connectionString: databaseUrl, logger: quiet });
  return applied;
}

export async function applyMigrations(databaseUrl: string, migrations: Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(table);
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row]));
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) guard(row, known.get(row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

function guard(row: Applied, migration: Migration | undefined): void {
  const name = row.migration_name;
  if (!migration)
    throw new Trouble(
      `The database knows migration ${name}, which is not in ${migrationsFolder}: this code is older than the database`,
    );
  if (!row.finished_at)
    throw new Trouble(`Migration ${name} failed earlier: mend it and mark it with \`prisma migrate resolve\``);
  if (row.checksum !== migration.checksum)
    throw new Trouble(`Migration ${name} was changed after this database applied it`);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Trouble(`Migration ${name} failed and changed nothing: ${(error as Error).message}`);
  }
}
