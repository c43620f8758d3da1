/** A backup as somebody else could have made it: whole by its own digests, and holding what no Millet would have written. */
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { readManifest, type Manifest } from '@/lib/outside/backup';
import { entriesOf, pieceName } from '@/lib/outside/backup/read-archive';
import { RowTally } from '@/lib/outside/backup/row-tally';
import { writeArchive } from '@/lib/outside/backup/write-archive';

type Change = {
  /** The text of COPY that a table has instead of its own. */
  rows?: Record<string, (text: string) => string>;
  manifest?: (manifest: Manifest) => Manifest;
};

/** Writes a changed backup beside the given one, and answers where. */
export async function changeBackup(
  file: string,
  { rows = {}, manifest: change = (same) => same }: Change,
): Promise<string> {
  const manifest = await readManifest(file);
  const name = `changed-${Math.random().toString(36).slice(2)}.tar`;
  const archive = await writeArchive(path.dirname(file), name);
  const changed = new Map(
    manifest.tables.filter((table) => rows[table.name]).map((table) => [pieceName(table, 0), table]),
  );
  for await (const entry of entriesOf(file)) {
    const table = changed.get(entry.name);
    if (table) {
      const text = Buffer.from(rows[table.name]!(gunzipSync(entry.bytes).toString('utf8')));
      const tally = new RowTally();
      tally.add(text);
      Object.assign(table, tally.tally);
      await archive.add(entry.name, gzipSync(text));
    } else if (entry.name !== 'manifest.json') await archive.add(entry.name, entry.bytes);
  }
  await archive.finish(change(manifest));
  return path.join(path.dirname(file), name);
}
