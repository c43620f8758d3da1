/** What a migration must do so that the database holds the functions, triggers and views of the folders. */
import type pg from 'pg';

import { Trouble } from './say';
import { dropStatements, readCatalog, withReaders, type SqlObject } from './sql-catalog';
import { runSqlFiles, type Made, type SqlFile } from './sql-files';

type Catalog = Map<string, SqlObject>;
type Target = { before: Catalog; after: Catalog; made: Made[] };

// PostgreSQL's words for "a view stands in the way" of what changes a column or a function.
const blocked = new Set(['2BP01', '0A000']);

/**
 * The migration that makes the schema's steps and then what the files say, tried on the client's database and undone there.
 * Objects that changed are written anew with the whole text of their file; those whose signature changed, and views, are
 * dropped first. Empty when there is nothing to do.
 */
export async function diffSql(client: pg.Client, steps: string, files: SqlFile[]): Promise<string> {
  const before = await readCatalog(client);
  const { after, made } = await undone(client, () => makeAnew(client, before, steps, files));
  const target = { before, after, made };
  const changed = [...before.values()].filter(({ key, definition }) => after.get(key)?.definition !== definition);
  const views = await withReaders(
    client,
    changed.filter(({ kind }) => kind === 'view'),
  );
  try {
    return await checked(client, target, scriptFor(target, steps, views));
  } catch (error) {
    if (!blocked.has((error as pg.DatabaseError).code ?? '')) throw asTrouble(error);
  }
  const all = [...before.values()].filter(({ kind }) => kind === 'view');
  return checked(client, target, scriptFor(target, steps, all)).catch((error: unknown) => {
    throw asTrouble(error);
  });
}

async function makeAnew(
  client: pg.Client,
  before: Catalog,
  steps: string,
  files: SqlFile[],
): Promise<Omit<Target, 'before'>> {
  for (const statement of dropStatements([...before.values()])) await client.query(statement);
  await client.query(steps);
  for (const domain of domainsOf(files)) await client.query(createSchema(domain));
  const made = await runSqlFiles(client, files);
  return { made, after: await readCatalog(client) };
}

function scriptFor({ before, after, made }: Target, steps: string, views: SqlObject[]): string {
  const dropped = new Set(views.map(({ key }) => key));
  for (const { key, kind, signature } of before.values()) {
    const now = after.get(key);
    if (!now || (kind === 'function' && now.signature !== signature)) dropped.add(key);
  }
  const missing = (key: string) => dropped.has(key) || after.get(key)?.definition !== before.get(key)?.definition;
  const written = made.filter(({ keys }) => keys.some(missing)).map(({ file }) => file);
  return [
    ...dropStatements([...before.values()].filter(({ key }) => dropped.has(key))),
    ...(steps ? [steps] : []),
    ...domainsOf(written)
      .filter((domain) => !before.has(`schema ${domain}`))
      .map(createSchema),
    ...written.map(({ text }) => text),
  ].join('\n\n');
}

/** Runs the script once, so that nobody meets its fault for the first time on their own database. */
async function checked(client: pg.Client, { after }: Target, script: string): Promise<string> {
  const reached = await undone(client, async () => {
    await client.query(script);
    return readCatalog(client);
  });
  const differing = [...new Set([...after.keys(), ...reached.keys()])].filter(
    (key) => after.get(key)?.definition !== reached.get(key)?.definition,
  );
  if (differing.length > 0)
    throw new Trouble(`The migration would not make what the folders say of: ${differing.join('; ')}`);
  return script;
}

async function undone<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

function domainsOf(files: SqlFile[]): string[] {
  return [...new Set(files.flatMap(({ kind, domain }) => (kind === 'views' ? [domain] : [])))];
}

function createSchema(domain: string): string {
  return `CREATE SCHEMA IF NOT EXISTS ${domain};`;
}

function asTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  return new Trouble(`This change needs a migration written by hand: ${(error as Error).message}`);
}
