/** Many rows of everything that pages list, as the domains declare them in their crowd.ts. */
import { firstId, type CrowdRows } from '@/lib/core/crowd';
import { pool } from '@/lib/core/db';

type Declared = { crowd: readonly CrowdRows[]; recount?: readonly string[] };

const files = import.meta.glob<Declared>(['/lib/*/crowd.ts', '!/lib/core/crowd.ts'], { eager: true });
const declared = Object.values(files);

/** Makes rows from..to of every kind. */
export async function makeCrowd(from: number, to: number): Promise<void> {
  const rows = inOrder(
    declared.flatMap(({ crowd }) => crowd),
    await references(),
  );
  for (const each of rows) await run(insert(each), [from, to]);
  for (const statement of declared.flatMap(({ recount = [] }) => recount)) await run(statement);
}

/** The id of row 1 of a kind, as the database made it. */
export async function crowdId(kind: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT ${firstId(kind)} AS id`);
  return rows[0]!.id;
}

/** Rows sorted so that those which others refer to come first; otherwise they stay in their order. */
export function inOrder(rows: readonly CrowdRows[], refersTo: ReadonlyMap<string, readonly string[]>): CrowdRows[] {
  const sorted: CrowdRows[] = [];
  const begun = new Set<string>();
  const place = (table: string): void => {
    if (begun.has(table)) return;
    begun.add(table);
    for (const other of refersTo.get(table) ?? []) place(other);
    sorted.push(...rows.filter((each) => each.table === table));
  };
  for (const { table } of rows) place(table);
  return sorted;
}

async function references(): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ table: string; others: string[] }>(
    `SELECT f.relname AS table, array_agg(t.relname::text) AS others FROM pg_constraint c
     JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid WHERE c.contype = 'f' GROUP BY 1`,
  );
  return new Map(rows.map(({ table, others }) => [table, others]));
}

function insert({ table, values, where = 'true' }: CrowdRows): string {
  const columns = Object.keys(values).map((column) => `"${column}"`);
  return `INSERT INTO "${table}" (${columns.join(', ')}) SELECT ${Object.values(values).join(', ')}
    FROM generate_series($1::int, $2::int) i WHERE ${where}`;
}

async function run(statement: string, values: number[] = []): Promise<void> {
  await pool
    .query(statement, values)
    .catch((error: Error) => Promise.reject(new Error(`${error.message}: ${statement.slice(0, 200)}`)));
}
