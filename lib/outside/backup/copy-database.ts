import { pipeline } from 'node:stream/promises';

import { rowsInto, rowsOf } from './copy-table';
import { loadDatabase, type Load, type Loaded } from './load-database';
import { RowTally } from './row-tally';
import { inSnapshot, withSession } from './session';
import { listSequences, listTables } from './tables';

type Way = Pick<Load, 'before'> & { onTable?: (loaded: Loaded) => void };

/**
 * Copies every row of one database into another of the same schema that is empty, as they were at one moment, all or nothing. Rows
 * pass through as they come, so that memory does not grow with a table. Refuses as `loadDatabase` does.
 */
export async function copyDatabase(from: string, to: string, { onTable, before }: Way = {}): Promise<Loaded[]> {
  return withSession(from, async (source) =>
    withSession(to, async (target) =>
      inSnapshot(source, async () =>
        loadDatabase(target, {
          tables: await listTables(source),
          sequences: () => listSequences(source),
          before,
          fill: async (table) => {
            const tally = new RowTally();
            await pipeline(rowsOf(source, table), tally, rowsInto(target, table));
            onTable?.({ table, tally: tally.tally });
            return tally.tally;
          },
        }),
      ),
    ),
  );
}
