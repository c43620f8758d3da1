import pg from 'pg';

import { readCatalog } from './sql-catalog';

// Columns by name: their order is how old a table is, and says nothing about what it holds.
const facts = `
  SELECT 'column ' || c.oid::regclass || ' ' || quote_ident(a.attname) AS name, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN 'NOT NULL' END, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, a.attstorage,
      (SELECT co.collname FROM pg_collation co WHERE co.oid = a.attcollation), a.attoptions) AS text
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT 'table ' || c.oid::regclass, concat_ws(' ', c.relkind, c.relpersistence, c.reloptions::text, c.relrowsecurity, c.relreplident)
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'S')
  UNION ALL SELECT 'sequence ' || s.seqrelid::regclass, concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle,
      (SELECT d.refobjid::regclass || '.' || a.attname FROM pg_depend d JOIN pg_attribute a ON (a.attrelid, a.attnum) = (d.refobjid, d.refobjsubid)
        WHERE d.objid = s.seqrelid AND d.deptype IN ('a', 'i')))
    FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'constraint ' || coalesce(nullif(o.conrelid, 0)::regclass::text, '') || ' ' || quote_ident(o.conname), concat_ws(' ', pg_get_constraintdef(o.oid), o.convalidated)
    FROM pg_constraint o WHERE o.connamespace = 'public'::regnamespace AND o.contype <> 'n'
  UNION ALL SELECT 'index ' || i.indexrelid::regclass, concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid, c.reloptions::text)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'type ' || t.oid::regtype, (SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
    FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
  UNION ALL SELECT 'extension ' || x.extname, x.extversion FROM pg_extension x`;

/** All that a database's schema says, by name: tables, columns, keys, indexes, types, functions, triggers, views and extensions. */
export async function describeDatabase(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; text: string | null }>(facts);
    const objects = [...(await readCatalog(client)).values()];
    return new Map([
      ...rows.map(({ name, text }) => [name, text ?? ''] as const),
      ...objects.map(({ key, definition }) => [key, definition] as const),
    ]);
  } finally {
    await client.end();
  }
}

/** One line for each thing that only one of the two has, or that they say differently. */
export function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].toSorted().flatMap((name) => {
    if (one.get(name) === other.get(name)) return [];
    return [`${name}\n  - ${one.get(name) ?? '(missing)'}\n  + ${other.get(name) ?? '(missing)'}`];
  });
}
