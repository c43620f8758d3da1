import type { ask } from '../../scripts/lib/ask';

type Ask = (sql: string) => ReturnType<typeof ask>;

// What never held a row is left alone.
const filled = `SELECT c.oid::regclass AS name, pg_relation_size(c.oid) AS size FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND (n.nspname = 'public' AND c.relname NOT IN ('_prisma_migrations', 'StaffRole') OR n.nspname = 'graphile_worker' AND c.relname <> 'migrations')
    AND pg_relation_size(c.oid) > 0`;

// Small tables lose their rows: new files for all their indexes would take longer.
const emptied = `DO $$
DECLARE t record;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR t IN ${filled} LOOP
    EXECUTE format(CASE WHEN t.size > 1048576 THEN 'TRUNCATE %s CASCADE' ELSE 'DELETE FROM %s' END, t.name);
  END LOOP;
  DELETE FROM "StaffRole" WHERE NOT "builtIn";
  PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences WHERE last_value IS NOT NULL;
END $$`;

// Every change of a catalogue's row has its transaction's number: the same sums, the same tables, rules and functions.
const shape = `SELECT concat_ws(' ', ${[
  'pg_class',
  'pg_attribute',
  'pg_constraint',
  'pg_index',
  'pg_trigger',
  'pg_proc',
  'pg_type',
]
  .map((catalogue) => `(SELECT count(*) || ':' || sum(xmin::text::bigint) FROM ${catalogue})`)
  .join(', ')}) AS shape`;

/** Removes every row, those of the job queue too; the migrations' own records stay. */
export async function emptyDatabase(ask: Ask): Promise<void> {
  await ask(emptied);
  // The room that they took would be filled in another order: new rows lie as in new tables.
  const left = (await ask(filled)).map(({ name }) => String(name));
  if (left.length > 0) await ask(`VACUUM ${left.join(', ')}`);
}

/** Whether it is as a new clone is: no row, and no number given. */
export async function isEmpty(ask: Ask): Promise<boolean> {
  const [found] = await ask(
    `SELECT NOT EXISTS (${filled}) AND NOT EXISTS (SELECT 1 FROM "StaffRole" WHERE NOT "builtIn")
       AND NOT EXISTS (SELECT 1 FROM pg_sequences WHERE last_value IS NOT NULL) AS empty`,
  );
  return found?.empty === true;
}

/** What the tables, constraints, triggers and functions are at this moment, as a word that any change of them changes. */
export async function shapeOf(ask: Ask): Promise<string> {
  const [row] = await ask(shape);
  return String(row?.shape);
}
