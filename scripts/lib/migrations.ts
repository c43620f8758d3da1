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

/** `replaces` lists the migrations whose work this one does in one go: a database that has all of them has this one too. */
export type Migration = { name: string; sql: string; checksum: string; replaces?: Replaced[] };
type Replaced = Pick<Migration, 'name' | 'checksum'>;
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
    const checksum = createHash('sha256').update(bytes).digest('hex');
    return {
      name,
      sql: bytes.toString('utf8'),
      checksum,
      replaces: readReplaced(path.join(folder, name, 'replaces.txt')),
    };
  });
}

// Lines as sha256sum writes them: checksum, two spaces, name.
function readReplaced(file: string): Replaced[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [checksum = '', name = ''] = line.split(/\s+/);
    return { name, checksum };
  });
}

export function byHand(sql: string): string {
  const start = sql.indexOf(handMark);
  return start < 0 ? '' : sql.slice(start);
}

/** Applies what the database lacks of them, then the job queue's own migrations; returns the names of what it applied. */
export async function migrate(databaseUrl: string, migrations: Migration[] = readMigrations()): Promise<string[]> {
  const applied = await applyMigrations(databaseUrl, migrations);
  await migrateJobQueue({ connectionString: databaseUrl, logger: quiet });
  return applied;
}

export async function applyMigrations(databaseUrl: string, migrations: Migration[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await connect(client);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

// The address is not said: it may hold a password.
async function connect(client: pg.Client): Promise<void> {
  await client.connect().catch((error: NodeJS.ErrnoException) => {
    throw new Trouble(
      `The database ${client.database} on ${client.host}:${client.port} cannot be reached: ${error.message || error.code}`,
    );
  });
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(table);
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row]));
  const known = new Map(
    [...migrations.flatMap(({ replaces = [] }) => replaces), ...migrations].map((each) => [each.name, each]),
  );
  for (const row of rows) guard(row, known.get(row.migration_name));
  for (const migration of migrations) {
    if (applied.has(migration.name) || !hasReplaced(applied, migration)) continue;
    await record(client, migration);
    applied.set(migration.name, {
      migration_name: migration.name,
      checksum: migration.checksum,
      finished_at: new Date(),
    });
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Whether the database already has what the migration makes, from the migrations that it replaces; some of them are not enough. */
function hasReplaced(applied: Map<string, Applied>, { name, replaces = [] }: Migration): boolean {
  const missing = replaces.filter((replaced) => !applied.has(replaced.name));
  if (missing.length === replaces.length) return false;
  if (missing.length === 0) return true;
  throw new Trouble(
    `The database has ${replaces.length - missing.length} of the ${replaces.length} migrations that ${name} replaces, but not ` +
      `${missing.map((replaced) => replaced.name).join(', ')}. Apply those first with the last version of the code that has them.`,
  );
}

function guard(row: Applied, migration: Replaced | undefined): void {
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

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { name, sql } = migration;
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await record(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Trouble(`Migration ${name} failed and changed nothing: ${(error as Error).message}`);
  }
}

async function record(client: pg.Client, { name, checksum }: Migration): Promise<void> {
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}
