import type pg from 'pg';

/** A column as COPY names it, with its type as PostgreSQL writes it. */
export type Column = { name: string; type: string };

/** A table of data, by schema and name; its columns by name, those that PostgreSQL computes left out. */
export type Table = { schema: string; name: string; columns: Column[] };

/** A sequence and the last number that it gave; null before its first. */
export type Sequence = { schema: string; name: string; last: string | null };

// What the migrations themselves write of their own progress belongs to the schema, not to the data.
const records = `('public', '_prisma_migrations'), ('graphile_worker', 'migrations')`;

const ours = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

const notOfAnExtension = `NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')`;

const tables = `
  SELECT n.nspname AS schema, c.relname AS name, coalesce((
      SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attname COLLATE "C")
      FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''), '[]') AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND c.relkind = 'r' AND c.relpersistence <> 't' AND (n.nspname, c.relname) NOT IN (${records}) AND ${notOfAnExtension}
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`;

/** Every table of data in every schema, those of the job queue too. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(tables);
  return rows.filter(({ columns }) => columns.length > 0);
}

/** Every sequence. They do not belong to a snapshot: read after its rows, they are never behind them. */
export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname NOT LIKE 'pg\\_%' ORDER BY schemaname COLLATE "C", sequencename COLLATE "C"`);
  return rows;
}

/** Which migrations a database has had, by name, and how far the job queue's own have come. */
export type Version = { migrations: string[]; jobQueue: number };

/** The version of a database's schema; null where it has never been migrated. */
export async function readVersion(client: pg.Client): Promise<Version | null> {
  const { rows: found } = await client.query<{ ours: boolean; queue: boolean }>(`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS ours, to_regclass('graphile_worker.migrations') IS NOT NULL AS queue`);
  if (!found[0]?.ours) return null;
  const { rows } = await client.query<{ name: string }>(`
    SELECT migration_name AS name FROM public."_prisma_migrations"
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`);
  const { rows: queue } = found[0].queue
    ? await client.query<{ id: number }>('SELECT coalesce(max(id), 0)::int AS id FROM graphile_worker.migrations')
    : { rows: [] };
  return { migrations: rows.map(({ name }) => name), jobQueue: queue[0]?.id ?? 0 };
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table or sequence as SQL names it. */
export const named = ({ schema, name }: { schema: string; name: string }): string =>
  `${quoted(schema)}.${quoted(name)}`;

/** A table with its columns, as COPY names both. */
export const withColumns = (table: Table): string =>
  `${named(table)} (${table.columns.map((column) => quoted(column.name)).join(', ')})`;

/** A table as people read it: its schema only where it is not the usual one. */
export const labelOf = ({ schema, name }: { schema: string; name: string }): string =>
  schema === 'public' ? name : `${schema}.${name}`;
