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
import { noRows, saying, untouched } from './what-became';

type State = { version: Version | null; tables: string[]; filled: string[] };

/**
 * Brings an empty database to the given migrations, also one that has some of them, as an interrupted move leaves it. Refuses one with rows,
 * with tables of something else, or with migrations beyond these.
 */
export async function prepareTarget(url: string, migrations: Migration[]): Promise<void> {
  await saying(untouched, () => refuseUnfit(url, migrations));
  await saying(noRows, () => migrate(url, migrations));
}

async function refuseUnfit(url: string, migrations: Migration[]): Promise<void> {
  const { version, tables, filled } = await stateOf(url);
  if (filled.length > 0)
    throw new CopyRefused('not-empty', `The target is not empty: there are rows in ${filled.join(', ')}.`);
  if (!version && tables.length > 0)
    throw new CopyRefused('not-empty', `The target has tables of something else: ${tables.join(', ')}.`);
  refuseOtherVersion(version?.migrations ?? [], migrations);
}

async function stateOf(url: string): Promise<State> {
  return withSession(url, async (client) => {
    const tables = await listTables(client);
    const [version, filled] = [await readVersion(client), await filledTables(client, tables)];
    return { version, tables: tables.slice(0, 5).map(labelOf), filled };
  });
}

function refuseOtherVersion(there: string[], wanted: Migration[]): void {
  const known = new Set(wanted.flatMap(({ name, replaces = [] }) => [name, ...replaces.map((each) => each.name)]));
  const more = there.find((name) => !known.has(name));
  if (more)
    throw new CopyRefused(
      'version',
      `The target is of another version: it has migration ${more}. Take a new database.`,
    );
}
