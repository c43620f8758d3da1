import { collectionPath } from '@/lib/catalog/choices/collection-path';
import { system } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { reading, transact } from '@/lib/core/context';
import { saveCollection } from '@/lib/catalog/commands';
import { mostPlaced } from '@/lib/catalog/choices/collection-rules';
import { findBrought } from '@/lib/catalog/queries/collections';
import { listIdsByHandles } from '@/lib/catalog/queries';
import { slugify } from '@/lib/core/slug';
import { takeRecords } from '@/lib/imports/commands';
import { listWaiting, type KeptRecord } from '@/lib/imports/queries';
import { collectionRow } from '@/lib/imports/shapes';
import { importRedirects } from '@/lib/redirects/commands';
import { readRow } from '@/lib/redirects/read-row';

import { refusedSave } from './refused-save';
import { toCollectionInput } from './shopify-collection-input';
import { broughtOf, type Run } from './shopify-run';

const [source, kind] = ['shopify', 'collection'];

type Outcome = 'added' | 'changed' | 'kept' | 'waits';

/**
 * Makes collections of those that wait, or brings them up to date; one that staff have changed here stays as it is. Those with rules that
 * are not known here go on waiting and are told of, and so do those that cannot be kept. A rehearsal has kept none that could be taken.
 */
export async function takeCollections(run: Run): Promise<void> {
  if (run.rehearse) return;
  for (let after: string | undefined; ;) {
    const waiting = await listWaiting(reading(system), { source, kind, after });
    for (const record of waiting) await takeOne(record, run);
    after = waiting.at(-1)?.sourceId;
    if (after === undefined) return;
  }
}

async function takeOne(record: KeptRecord, run: Run): Promise<void> {
  const outcome = await transact(takeCollection)(system, { record, currency: run.currency }).catch((error: unknown) => {
    run.refuse({ file: 'Collection', row: 0, handle: record.sourceId, ...refusedSave(error) });
    return null;
  });
  if (outcome === 'kept') broughtOf(run, 'collections').kept += 1;
  if (outcome === 'waits') run.left.add('collections-apart');
}

type Taken = { record: KeptRecord; currency: string };

async function takeCollection(ctx: Ctx, { record, currency }: Taken): Promise<Outcome> {
  const row = collectionRow.safeParse(record.row).data;
  const here = await findBrought(ctx, { source, sourceId: record.sourceId });
  const input = row && toCollectionInput(row, currency);
  if (!input) return 'waits';
  const mark = () =>
    takeRecords(ctx, { source, kind, records: [{ sourceId: record.sourceId, version: record.version }] });
  if (here?.edited) return (await mark(), 'kept');
  const productIds = await listIdsByHandles(ctx, { handles: row.products.slice(0, mostPlaced) });
  const asked = { ...input, productIds, collectionId: here?.id, shown: here?.version ?? 0 };
  const { slug } = await saveCollection(ctx, asked, { source, sourceId: record.sourceId, slug: row.handle });
  // An address that no collection here can have, such as one of more than sixty signs, leads on by the table.
  if (!here && slugify(row.handle) !== row.handle) {
    const leads = readRow(collectionPath(row.handle), collectionPath(slug));
    await importRedirects(ctx, { rows: [{ row: 1, ...leads }], before: {} });
  }
  await mark();
  return here ? 'changed' : 'added';
}
