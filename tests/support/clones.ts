/** The databases that test files are given: clones of the template, named for the run and the worker that use them. */
import { ask } from '../../scripts/lib/ask';

export const clonePrefix = 'test_';

export const cloneName = (run: string, worker: string, number: string): string => `${clonePrefix}${run}_${worker}_${number}`;

export async function dropClones(adminUrl: string, prefix: string): Promise<void> {
  for (const name of await databases(adminUrl, `${clonePrefix}${prefix}_`)) await ask(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

export function urlOf(adminUrl: string, database: string): string {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
}

export async function databases(adminUrl: string, prefix: string): Promise<string[]> {
  const rows = await ask(adminUrl, 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  return rows.map((row) => String(row.datname));
}
