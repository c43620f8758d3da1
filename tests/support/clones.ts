/** The databases that test files are given: clones of the template, one for each worker of a run. */
import pg from 'pg';

import { ask } from '../../scripts/lib/ask';
import { emptyDatabase, isEmpty, shapeOf } from './empty-database';

export const clonePrefix = 'test_';

type Run = { id: string; adminUrl: string; template: string };

/** Address of the worker's database, empty; made anew only when a test file changed more than rows. */
export async function freshClone({ id, adminUrl, template }: Run, worker: string): Promise<string> {
  const name = `${clonePrefix}${id}_${worker}`;
  const url = urlOf(adminUrl, name);
  if (await emptied(url)) return url;
  await ask(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await ask(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  await ask(adminUrl, `COMMENT ON DATABASE ${name} IS '${await shapeOf((sql) => ask(url, sql))}'`);
  return url;
}

const noSuchDatabase = '3D000';

/** Empties the database over one connection, unless there is none or it has another shape than it was made with. */
async function emptied(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if ((error as { code?: string }).code === noSuchDatabase) return false;
    throw error;
  }
  const here = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;
  try {
    const [made] = await here(
      `SELECT shobj_description(oid, 'pg_database') AS shape FROM pg_database WHERE datname = current_database()`,
    );
    if (!made?.shape || (await shapeOf(here)) !== made.shape) return false;
    // Many test files ask nothing of it.
    if (!(await isEmpty(here))) await emptyDatabase(here);
    return true;
  } finally {
    await client.end();
  }
}

export async function dropClones(adminUrl: string, prefix: string): Promise<void> {
  for (const name of await databases(adminUrl, `${clonePrefix}${prefix}_`))
    await ask(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

export function urlOf(adminUrl: string, database: string): string {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
}

export async function databases(adminUrl: string, prefix: string): Promise<string[]> {
  const rows = await ask(adminUrl, 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  return rows.map((row) => String(row.datname));
}
