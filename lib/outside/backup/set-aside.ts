import type pg from 'pg';

type Key = { table: string; name: string; definition: string };
type Trigger = { table: string; name: string; state: 'O' | 'A' | 'R' };

const ours = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

const keys = `
  SELECT format('%I.%I', n.nspname, c.relname) AS table, format('%I', o.conname) AS name, pg_get_constraintdef(o.oid) AS definition
  FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND o.contype = 'f' AND o.conparentid = 0 ORDER BY 1, 2`;

const triggers = `
  SELECT format('%I.%I', n.nspname, c.relname) AS table, format('%I', t.tgname) AS name, t.tgenabled AS state
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours} AND NOT t.tgisinternal AND t.tgenabled <> 'D' ORDER BY 1, 2`;

const enabling = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' } as const;

/**
 * Sets foreign keys and triggers aside in the open transaction, and says how they come back. Whoever owns the tables may do this, so
 * no superuser is needed; keys that lead in a circle need no order; and coming back, a key is checked for all rows at once.
 */
export async function setAside(client: pg.Client): Promise<{ putBack: () => Promise<void> }> {
  const { rows: dropped } = await client.query<Key>(keys);
  const { rows: silenced } = await client.query<Trigger>(triggers);
  for (const { table, name } of dropped) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { table, name } of silenced) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  return {
    putBack: async () => {
      // What is checked at the end of a transaction must be checked before its table is changed again.
      await client.query('SET CONSTRAINTS ALL IMMEDIATE');
      for (const { table, name, definition } of dropped)
        await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
      for (const { table, name, state } of silenced)
        await client.query(`ALTER TABLE ${table} ${enabling[state]} TRIGGER ${name}`);
    },
  };
}
