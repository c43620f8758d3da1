/** The database that a move or a restore fills: empty, and of the version whose rows come. */
import {
  CopyRefused,
  filledTables,
  labelOf,
  listTables,
  readVersion,
  withSession,
  type Version,
} from '@/lib/outside/backup';

import { migrate, type Migration } from './migrations';

type State = { version: Version | null; tables: string[]; filled: string[] };

/** Brings an empty database to the given migrations; refuses one with rows, with tables of something else, or of another version. */
export async function prepareTarget(url: string, migrations: Migration[]): Promise<void> {
  const { version, tables, filled } = await stateOf(url);
  if (filled.length > 0)
    throw new CopyRefused(
      'not-empty',
      `The target is not empty: there are rows in ${filled.join(', ')}. Nothing was changed.`,
    );
  if (version) return refuseOtherVersion(version, migrations);
  if (tables.length > 0)
    throw new CopyRefused(
      'not-empty',
      `The target has tables of something else: ${tables.join(', ')}. Nothing was changed.`,
    );
  await migrate(url, migrations);
}

async function stateOf(url: string): Promise<State> {
  return withSession(url, async (client) => {
    const tables = await listTables(client);
    const [version, filled] = [await readVersion(client), await filledTables(client, tables)];
    return { version, tables: tables.slice(0, 5).map(labelOf), filled };
  });
}

function refuseOtherVersion({ migrations: there }: Version, wanted: Migration[]): void {
  const replaced = wanted.flatMap(({ replaces = [] }) => replaces.map(({ name }) => name));
  const [names, has] = [new Set(wanted.map(({ name }) => name)), new Set(there)];
  const missing = [...names].filter((name) => !has.has(name));
  const more = there.filter((name) => !names.has(name) && !replaced.includes(name));
  if (missing.length + more.length === 0) return;
  const why = more.length > 0 ? `it has ${more.at(-1)}, which is not expected` : `it lacks ${missing[0]}`;
  throw new CopyRefused(
    'version',
    `The target is of another version: ${why}. Take a new database. Nothing was changed.`,
  );
}
