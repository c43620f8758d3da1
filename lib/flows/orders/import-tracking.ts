import { isMember, may, type Actor } from '@/lib/core/actor';
import { mostBulkRows } from '@/lib/core/bulk';
import { transact } from '@/lib/core/context';
import { notFound, Refused } from '@/lib/core/errors';
import { bytesOf, readCsv } from '@/lib/import/csv-records';
import { draftBulk } from '@/lib/lists/commands';
import { eachOnce, readTracking, trackingColumns, type TrackingRow } from '@/lib/orders/read-tracking';
import type { ImportTracking } from '@/lib/orders/schema';

const act = 'orders.ship';

// Order numbers, carriers and tracking numbers have no lines of their own; a note beside them may have a few.
const recordLines = 20;

/** Drafts the shipping of the orders that a CSV file names, each with its own carrier and tracking number. Answers the draft's id. */
export async function importTracking(actor: Actor, { file, carrier }: ImportTracking): Promise<string> {
  if (!isMember(actor) || !may(actor, 'orders.ship')) throw notFound('list');
  const rows = await rowsOf(file, carrier);
  return transact(draftBulk)(actor, { list: 'orders', act, rows, input: { own: true } });
}

async function rowsOf(file: Blob, carrier: string): Promise<TrackingRow[]> {
  let columns: ReturnType<typeof trackingColumns> = null;
  const rows: { read: TrackingRow; row: number }[] = [];
  for await (const { row, cells, broken } of readCsv(bytesOf(file), { recordLines })) {
    if (!columns) {
      columns = trackingColumns(cells);
      if (!columns) throw new Refused('tracking-columns', 'no column of order numbers', { field: 'file' });
      continue;
    }
    rows.push({
      row,
      read: broken ? { key: `– (${row})`, code: 'bad-line' } : readTracking(columns, cells, row, carrier),
    });
    if (rows.length > mostBulkRows) throw new Refused('bulk-many', 'too many rows', { values: { most: mostBulkRows } });
  }
  return eachOnce(rows);
}
