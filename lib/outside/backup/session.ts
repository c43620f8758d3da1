import pg from 'pg';

import { CopyRefused } from './copy-refused';

// Texts of values must not depend on what a server was set to.
const settings = `
  SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`;

/** A connection that writes every value in one way, and that no time limit ends; refuses a database that does not keep UTF-8. */
export async function openSession(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000, keepAlive: true });
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: NodeJS.ErrnoException) => {
      throw new CopyRefused('unreachable', `${placeOf(url)}: ${error.message || error.code || 'no answer'}.`);
    });
    await client.query(settings);
    const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding');
    if (rows[0]?.server_encoding !== 'UTF8')
      throw new CopyRefused('encoding', 'The database does not keep UTF-8: make it with `-E UTF8 -T template0`.');
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

// Without the password that the address may hold.
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `The database ${pathname.slice(1)}${host && ` on ${host}`} cannot be reached`;
}

/** Runs work with such a connection and closes it. */
export async function withSession<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await openSession(url);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Runs work that sees the database as it was at one moment, whatever others write meanwhile. After an error the connection is to be closed. */
export async function inSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // The snapshot is taken by the first statement.
  await client.query('SELECT 1');
  const result = await work();
  await client.query('COMMIT');
  return result;
}

/** How many others are connected to the database at this moment. */
export async function countOthers(client: pg.Client): Promise<number> {
  // What kind of session another user has is not shown to all; the database's own workers belong to no user.
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'`,
  );
  return rows[0]!.count;
}
