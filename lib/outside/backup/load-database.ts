import pg from 'pg';

import { tallyTable } from './copy-table';
import { CopyRefused } from './copy-refused';
import { sameTally, type Tally } from './row-tally';
import { setAside } from './set-aside';
import { labelOf, listSequences, listTables, named, type Sequence, type Table } from './tables';

/** One table as it was filled. */
export type Loaded = { table: Table; tally: Tally };

export type Load = {
  tables: readonly Table[];
  sequences: () => Promise<readonly Sequence[]>;
  /** Fills one table through the connection and says what was sent into it. */
  fill: (table: Table) => Promise<Tally>;
  /** What is there already goes, in the same transaction; else a database with rows is refused. */
  replace?: boolean;
  /** Runs at the end of the transaction, when all is in its place. */
  before?: (client: pg.Client) => Promise<void>;
};

/**
 * Fills a migrated database, all or nothing: keys and triggers are set aside and come back within the one transaction, and every table
 * is read again and compared with what was sent. Refuses a database with rows, one whose columns are others, and one whose
 * tables do not hold in the end what was sent. After an error the connection is to be closed, which takes everything back.
 */
export async function loadDatabase(client: pg.Client, load: Load): Promise<Loaded[]> {
  await client.query('BEGIN');
  const there = await listTables(client);
  refuseOtherColumns(load.tables, there);
  await lock(client, there);
  if (!load.replace) await refuseRows(client, there);
  const { putBack } = await setAside(client);
  await client.query(`TRUNCATE ${there.map(named).join(', ')}`);
  const loaded: Loaded[] = [];
  for (const table of load.tables) loaded.push({ table, tally: await load.fill(table) });
  for (const each of loaded) await compare(client, each);
  await setSequences(client, await load.sequences());
  await putBack();
  await freeJobs(client);
  await load.before?.(client);
  await commit(client);
  return loaded;
}

// A connection that breaks here says nothing of what the server did with it.
async function commit(client: pg.Client): Promise<void> {
  await client.query('COMMIT').catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && !/^(08|57)/.test(error.code ?? '')) throw error;
    throw new CopyRefused(
      'unsure',
      'The connection broke at the last step, so the database holds all of it or nothing of it: look whether there are members in it.',
    );
  });
}

// What migrations write into a new database, and what a program writes that was only started on it: conditions on rows by table.
const rowsOfNobody: Readonly<Record<string, string>> = {
  StaffRole: '"builtIn"',
  ScheduleRun: 'true',
  'graphile_worker._private_tasks': 'true',
};

/** Names the first tables that hold rows which somebody brought; those that every new database has do not count. */
export async function filledTables(client: pg.Client, tables: readonly Table[]): Promise<string[]> {
  const asked = tables.map((table) => {
    const made = rowsOfNobody[labelOf(table)];
    return `SELECT '${labelOf(table).replaceAll("'", "''")}' AS name WHERE EXISTS (SELECT 1 FROM ${named(table)} ${made ? `WHERE NOT (${made})` : ''})`;
  });
  if (asked.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(`${asked.join(' UNION ALL ')} LIMIT 5`);
  return rows.map(({ name }) => name);
}

async function refuseRows(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const filled = await filledTables(client, tables);
  if (filled.length === 0) return;
  throw new CopyRefused('not-empty', `The database is not empty: there are rows in ${filled.join(', ')}.`);
}

function refuseOtherColumns(sent: readonly Table[], there: readonly Table[]): void {
  const describe = ({ columns }: Table) => columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  const known = new Map(there.map((table) => [labelOf(table), describe(table)]));
  for (const table of sent) {
    const columns = known.get(labelOf(table));
    known.delete(labelOf(table));
    if (columns === describe(table)) continue;
    const why = columns === undefined ? 'it is missing' : 'it has other columns';
    throw new CopyRefused('missing-column', `The table ${labelOf(table)} cannot be filled: ${why} in the target.`);
  }
  const [more] = known.keys();
  if (more) throw new CopyRefused('missing-column', `The target has a table that the source has not: ${more}.`);
}

// Who reads meanwhile waits, and sees the old rows or the new ones, never some of each.
async function lock(client: pg.Client, tables: readonly Table[]): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = '20s'`);
  await client.query(`LOCK TABLE ${tables.map(named).join(', ')} IN ACCESS EXCLUSIVE MODE`);
}

async function compare(client: pg.Client, { table, tally }: Loaded): Promise<void> {
  const found = await tallyTable(client, table);
  if (sameTally(found, tally)) return;
  throw new CopyRefused(
    'differs',
    `${labelOf(table)} holds other rows than were sent: ${found.rows} of ${tally.rows} rows, digests ${found.digest.slice(0, 12)} and ${tally.digest.slice(0, 12)}.`,
  );
}

async function setSequences(client: pg.Client, sequences: readonly Sequence[]): Promise<void> {
  const there = new Set((await listSequences(client)).map(labelOf));
  for (const sequence of sequences) {
    if (!there.has(labelOf(sequence)))
      throw new CopyRefused('missing-column', `The target lacks the sequence ${labelOf(sequence)}.`);
    const start = sequence.last === null;
    await client.query(
      `SELECT setval($1::regclass, coalesce($2::bigint, (SELECT seqstart FROM pg_sequence WHERE seqrelid = $1::regclass)), $3)`,
      [named(sequence), sequence.last, !start],
    );
  }
}

// A job that was in work at that moment has no worker here: it would wait for hours until it was taken for abandoned.
async function freeJobs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return;
  await client.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`,
  );
  await client.query(
    `UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`,
  );
}
