import { notFound } from 'next/navigation';

import type { BulkWords } from '@/components/staff/list/bulk/bulk-words';
import type { BulkForecast } from '@/lib/core/bulk';
import { reading, type Reading } from '@/lib/core/context';
import { bulkKinds } from '@/lib/domains-bulk';
import { getBulk, listBulkKeys, listBulkRows, type BulkShown } from '@/lib/lists/queries/bulks';

const rowsOnPage = 50;

/** An act on many rows of a list, for who may see the list; the page is missing where it is none. */
export async function findBulkAct(ask: Reading, { id, words }: { id: string; words: BulkWords }): Promise<BulkShown> {
  const bulk = await getBulk(ask, { id, list: words.list });
  return bulk && words.name(bulk.act) !== null ? bulk : notFound();
}

/** What will become of the rows of a draft: what was refused when it was made stays so, the others are asked now. */
export async function readForecast(ask: Reading, { id, act }: Pick<BulkShown, 'id' | 'act'>): Promise<BulkForecast[]> {
  const rows = await listBulkKeys(ask, { id });
  const open = rows.flatMap(({ key, code }) => (code === null ? [key] : []));
  const said = new Map((await bulkKinds[act]?.forecast(ask, open))?.map(({ key, code }) => [key, code]));
  return rows.map(({ key, code }) => ({ key, code: code ?? said.get(key) ?? null }));
}

/** The rows of an act that were refused, behind a place, and the place of the last where there are more. */
export async function readRefused(id: string, after: string | undefined) {
  const asked = Number(after);
  const place = Number.isSafeInteger(asked) && asked > 0 && asked < 1e9 ? asked : 0;
  const rows = await listBulkRows(reading(), { id, after: place, size: rowsOnPage + 1, state: 'REFUSED' });
  const more = rows.length > rowsOnPage;
  return { rows: rows.slice(0, rowsOnPage), next: more ? rows[rowsOnPage - 1]!.place : undefined };
}
