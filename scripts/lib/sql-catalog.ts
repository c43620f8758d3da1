/** What a database says of its own functions, triggers, views and their schemas; what extensions and the job queue brought is left out. */
import type pg from 'pg';

type Kind = 'function' | 'trigger' | 'view' | 'schema';

/** One object: `name` is how SQL names it, `signature` what CREATE OR REPLACE cannot change. */
export type SqlObject = { key: string; kind: Kind; name: string; signature: string; definition: string };

const ours = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'graphile_worker')`;
const fromExtension = (catalogue: string, object: string) =>
  `EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${object} AND x.deptype = 'e')`;

const functions = `SELECT 'function' AS kind, p.oid::regprocedure::text AS name, pg_get_functiondef(p.oid) AS definition,
    concat_ws(' ', p.prokind, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid)) AS signature
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${ours} AND p.prokind <> 'a' AND NOT ${fromExtension('pg_proc', 'p.oid')}`;

const triggers = `SELECT 'trigger', format('%I ON %s', t.tgname, t.tgrelid::regclass), pg_get_triggerdef(t.oid), ''
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND NOT t.tgisinternal`;

const views = `SELECT 'view', c.oid::regclass::text, concat_ws(' ', c.reloptions::text, pg_get_viewdef(c.oid, true)), ''
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND c.relkind = 'v' AND NOT ${fromExtension('pg_class', 'c.oid')}`;

const domains = `SELECT 'schema', format('%I', n.nspname), '', '' FROM pg_namespace n
  WHERE ${ours} AND n.nspname <> 'public' AND NOT ${fromExtension('pg_namespace', 'n.oid')}`;

const all = `${[functions, triggers, views, domains].join(' UNION ALL ')} ORDER BY 1, 2`;

/** The objects by their keys, such as `function ledger_ref(uuid)`. */
export async function readCatalog(client: pg.Client): Promise<Map<string, SqlObject>> {
  const { rows } = await client.query<Omit<SqlObject, 'key'>>(all);
  return new Map(rows.map((row) => [`${row.kind} ${row.name}`, { ...row, key: `${row.kind} ${row.name}` }]));
}

/** The statements that remove the objects: of one kind all at once, so that those that need each other may go together. */
export function dropStatements(objects: SqlObject[]): string[] {
  const named = (kind: Kind) => objects.filter((object) => object.kind === kind).map(({ name }) => name);
  const [gone, routines, schemas] = [named('view'), named('function'), named('schema')];
  return [
    ...(gone.length > 0 ? [`DROP VIEW ${gone.join(', ')};`] : []),
    ...named('trigger').map((name) => `DROP TRIGGER ${name};`),
    ...(routines.length > 0 ? [`DROP ROUTINE ${routines.join(', ')};`] : []),
    ...(schemas.length > 0 ? [`DROP SCHEMA ${schemas.join(', ')};`] : []),
  ];
}

// A view stands on others through its rewrite rule.
const readers = `WITH RECURSIVE reader AS (
    SELECT name::regclass::oid AS oid FROM unnest($1::text[]) AS name
    UNION SELECT r.ev_class FROM reader JOIN pg_depend x ON x.refclassid = 'pg_class'::regclass AND x.refobjid = reader.oid
      JOIN pg_rewrite r ON x.classid = 'pg_rewrite'::regclass AND r.oid = x.objid
  ) SELECT DISTINCT 'view ' || reader.oid::regclass AS key FROM reader`;

/** The views with all that read them, directly or through another view. */
export async function withReaders(client: pg.Client, views: SqlObject[]): Promise<SqlObject[]> {
  const { rows } = await client.query<{ key: string }>(readers, [views.map(({ name }) => name)]);
  const known = await readCatalog(client);
  return rows.flatMap(({ key }) => known.get(key) ?? []).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
