import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { rowsInto } from './copy-table';
import { CopyRefused } from './copy-refused';
import { loadDatabase, type Load, type Loaded } from './load-database';
import type { Manifest } from './manifest';
import { entriesOf, piecesOf } from './read-archive';
import { RowTally, sameTally } from './row-tally';
import { withSession } from './session';
import { takeFiles } from './verify-backup';

type Restoring = Pick<Load, 'replace' | 'before'> & {
  manifest: Manifest;
  key?: string;
  /** Keeps an uploaded file; keeping it again changes nothing. */
  keep: (name: string, bytes: Buffer) => Promise<void>;
};

/**
 * Fills a migrated database with the rows of a backup, all or nothing, and keeps its uploaded files. Refuses as `loadDatabase` does,
 * and rows that are not those that were backed up.
 */
export async function loadBackup(
  url: string,
  file: string,
  { manifest, key, keep, ...load }: Restoring,
): Promise<Loaded[]> {
  return withSession(url, async (client) => {
    const entries = entriesOf(file, key);
    try {
      const wanted = new Map(manifest.tables.map((table) => [`${table.schema}.${table.name}`, table]));
      return await loadDatabase(client, {
        ...load,
        tables: manifest.tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
        sequences: async () => manifest.sequences,
        fill: async (table) => {
          const stored = wanted.get(`${table.schema}.${table.name}`)!;
          const tally = new RowTally();
          await pipeline(Readable.from(piecesOf(file, entries, stored)), tally, rowsInto(client, table));
          if (!sameTally(tally.tally, stored))
            throw new CopyRefused('spoilt', `${file} is spoilt: ${table.name} is not what was backed up.`);
          return tally.tally;
        },
        before: async (open) => {
          await takeFiles(file, manifest, entries, keep);
          await load.before?.(open);
        },
      });
    } finally {
      await entries.return();
    }
  });
}
