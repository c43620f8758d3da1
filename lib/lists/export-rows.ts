import type { SignedIn } from '@/lib/core/actor';
import { system } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { inTransaction, transact } from '@/lib/core/context';
import { csvBegin, csvLine } from '@/lib/core/csv';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import type { Asked, ListShape } from '@/lib/core/list';
import { readListIds, type Found } from '@/lib/core/list-page';
import { second } from '@/lib/core/time';

import { beginExport, noteExport } from './commands';
import { endStalled, readerLimits } from './end-stalled';

type Cells = (string | number | null)[];

/** A list of staff as its address limits and sorts it. */
type OfList = {
  list: ListShape;
  asked: Asked;
  zone: string;
  /** What a search or a filter found, where the list is narrowed by one. */
  found?: Found;
  /** What stands in the audit log of what was chosen, where it is not the list's address. */
  filters?: string;
  page?: undefined;
};

/** Rows that are no list of staff, read in an order of their own. */
type OfPages = {
  list: { name: string };
  /** What stands in the audit log of what was chosen. */
  filters: string;
  /** So many ids from a place on. */
  page: (from: Asked['from'], size: number) => Promise<{ ids: string[]; next?: Asked['from'] }>;
};

export type Exporting = (OfList | OfPages) & {
  act: string;
  reason: string;
  head: string[];
  /** The name of the file, where it is not the list's. */
  file?: string;
  /** The cells of some rows, in the order of their ids. */
  cells: (ids: string[]) => Promise<Cells[]>;
};

export type Exported = { file: string; lines: AsyncGenerator<string, void> };

const batch = 1_000;

/** Begins a CSV file of a list and writes who makes it, and why, into the audit log; its lines are read as they are asked for, never all at once. */
export async function exportRows(wanted: { by: SignedIn } & Exporting): Promise<Exported> {
  const { by, list, act, reason } = wanted;
  // A file says nothing of what it lacks.
  if (!wanted.page && wanted.found?.cut) throw new Refused('export-cut', 'the search found too much for a whole file');
  const id = await inTransaction(by, async (ctx) => {
    const begun = await beginExport(ctx, { list: list.name });
    await audit(ctx, {
      act,
      subject: ['export', begun],
      reason,
      detail: { filters: wanted.page ? wanted.filters : (wanted.filters ?? wordsOf(wanted.asked)) },
    });
    return begun;
  });
  const lines = endStalled(linesOf(id, wanted), readerLimits);
  // Begun at once: a generator that was never asked for anything would not free its place when its reader goes away.
  await lines.next();
  return { file: `${wanted.file ?? list.name}.csv`, lines };
}

// Without what was searched for: names and addresses do not belong into a log that nobody may change.
function wordsOf({ filters, q }: Asked): string {
  const given = Object.entries(filters).map(([name, value]) => `${name}=${value}`);
  return [...given, ...(q === undefined ? [] : ['q'])].join(', ') || '–';
}

function readerOf(wanted: Exporting): OfPages['page'] {
  if (wanted.page) return wanted.page;
  const { list, asked, zone, found } = wanted;
  return (from, size) => readListIds(list, { ...asked, from, back: false }, { db, zone, found, size });
}

async function* linesOf(id: string, wanted: Exporting): AsyncGenerator<string, void> {
  const { head, cells } = wanted;
  const read = readerOf(wanted);
  let rows = 0;
  let [noted, ended]: [number, 'whole' | 'broken'] = [Date.now(), 'broken'];
  try {
    yield '';
    yield csvBegin + csvLine(head);
    for (let from = wanted.page ? undefined : wanted.asked.from; ;) {
      const { ids, next } = await read(from, batch);
      rows += ids.length;
      yield (await cells(ids)).map(csvLine).join('');
      if (!next) break;
      from = next;
      if (Date.now() - noted < 10 * second) continue;
      noted = Date.now();
      await transact(noteExport)(system, { id, rows });
    }
    ended = 'whole';
  } finally {
    await transact(noteExport)(system, { id, rows, ended });
  }
}
