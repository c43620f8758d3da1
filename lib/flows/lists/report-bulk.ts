import { may, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { findBulk, listBulkRows, type BulkRowShown } from '@/lib/lists/queries/bulks';

import { bulkKinds } from '@/lib/domains-bulk';

const size = 1_000;

export type BulkReported = { list: string; rows: AsyncGenerator<BulkRowShown[], void> };

/** All rows of an act on many that was started, some at a time, and of which list, for who may see that. */
export async function reportBulk(actor: Actor, { id }: { id: string }): Promise<BulkReported> {
  const act = await findBulk(reading(actor), { id });
  const kind = bulkKinds[found(act, 'act').act];
  const { list } = found(act?.startedAt && kind && may(actor, kind.reads) ? kind : null, 'act');
  return { list, rows: rowsOf(id) };
}

async function* rowsOf(id: string): AsyncGenerator<BulkRowShown[], void> {
  for (let after = 0; ;) {
    const rows = await listBulkRows(reading(), { id, after, size });
    yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)!.place;
  }
}
