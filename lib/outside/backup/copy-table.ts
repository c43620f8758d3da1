import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Writable as Sink } from 'node:stream';

import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

import { RowTally, type Tally } from './row-tally';
import { withColumns, type Table } from './tables';

/** A table's rows as COPY writes them, read as fast as they are taken. */
export const rowsOf = (client: pg.Client, table: Table): Readable =>
  client.query(copyTo(`COPY ${withColumns(table)} TO STDOUT`));

/** Takes rows in the same form into a table. */
export const rowsInto = (client: pg.Client, table: Table): Writable =>
  client.query(copyFrom(`COPY ${withColumns(table)} FROM STDIN`));

/** Counts the rows that a table has. */
export async function tallyTable(client: pg.Client, table: Table): Promise<Tally> {
  const tally = new RowTally();
  const sink = new Sink({
    write(chunk: Buffer, _encoding, done) {
      tally.add(chunk);
      done();
    },
  });
  await pipeline(rowsOf(client, table), sink);
  return tally.tally;
}
