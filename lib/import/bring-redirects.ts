import { z } from 'zod';

import type { Ctx } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { sha256 } from '@/lib/core/ids';
import { keepRecords } from '@/lib/imports/commands';
import { getRecords } from '@/lib/imports/queries';
import { mostRecords } from '@/lib/imports/schema';
import type { Fault, FileRow } from '@/lib/redirects/choices';
import { importRedirects, type RedirectsImported } from '@/lib/redirects/commands';
import { isOwnAddress, oldPath } from '@/lib/redirects/old-path';
import { readRow } from '@/lib/redirects/read-row';

import { readerOf, tell } from './bring-records';
import type { PickedRow, SheetSpec } from './sheet-groups';
import type { Head } from './sheet-rows';
import type { Built, Money } from './shopify-records';
import { broughtOf, write, type Run, type ShopifyFile } from './shopify-run';

const aliases = { from: ['redirectfrom', 'path'], to: ['redirectto', 'target'] } as const;
type Column = keyof typeof aliases;

const kind = { source: 'shopify', kind: 'redirect' };
const keptRow = z.object({ to: z.string() });
/** How many are written in one transaction. */
const atOnce = 5_000;
/** How many rows a rehearsal does again at most. */
const mostRedone = 15_000;

const sentences: Record<Fault, string> = {
  'redirect-line': 'the row cannot be read',
  'redirect-from': 'the first address is no path of a site',
  'redirect-own': 'Millet itself has a page at the first address',
  'redirect-to': 'the second address is neither a path nor an https address',
  'redirect-loop': 'it would lead back to where it begins',
  'redirect-chain': 'it would lead on and on',
  'redirect-twice': 'another row has the same first address and leads elsewhere',
  'redirect-full': 'there are as many redirects as there may be',
};
const faultFor = (code: Fault) => ({ code, reason: sentences[code] });

const sheet: SheetSpec<Column> = {
  aliases,
  grouped: { what: 'redirect', key: 'address', most: 100 },
  keyOf: ({ from }) => {
    const path = oldPath(from);
    if (path === null) return faultFor('redirect-from');
    return isOwnAddress(path) ? faultFor('redirect-own') : path;
  },
};

/** A redirect. Of several rows with one address the first counts, and another that leads elsewhere is refused. */
function buildRedirect(key: string, rows: PickedRow<Column>[], { shop }: Money): Built<FileRow> {
  const [first, ...more] = rows.map(({ row, cells }) => ({
    row,
    ...readRow(cells.from, cells.to, hostFor(cells.to, shop)),
  }));
  if (!first) return { faults: [] };
  const twins = more.filter(({ to }) => to !== first.to).map(({ row }) => ({ row, ...faultFor('redirect-twice') }));
  if (first.fault) return { faults: [{ row: first.row, ...faultFor(first.fault) }, ...twins] };
  return { row: first, faults: twins };
}

/** The host whose addresses are paths here: this site's own, or the old shop's where the target names that. */
function hostFor(to: string, shop: string | undefined): string {
  const own = new URL(env.PUBLIC_URL).host;
  if (shop === undefined || !URL.canParse(to)) return own;
  const { host } = new URL(to);
  return host === new URL(shop).host ? host : own;
}

const read = readerOf(sheet, buildRedirect);

/** Brings the redirects of a file into the table of staff, by its rules; what staff changed or deleted there stays as it is. */
export async function bringRedirects({ name, open }: ShopifyFile, head: Head, run: Run): Promise<void> {
  const money = { currency: run.currency, delimiter: head.delimiter, shop: run.shop };
  let rows: FileRow[] = [];
  const flush = async () => {
    if (rows.length > 0) count(await bring(rows, run), name, run);
    rows = [];
  };
  for await (const found of read(open, head, money, (at, of) => run.onRows?.(name, at, of))) {
    const row = tell(found, 'redirects', name, run);
    if (row) rows.push(row);
    if (rows.length === atOnce) await flush();
  }
  await flush();
}

/** A rehearsal has undone what came before: it is done again first, since one redirect may lead to another. */
async function bring(rows: FileRow[], run: Run): Promise<RedirectsImported> {
  const earlier = [...run.redone];
  const done = await write(run, async (ctx, given: FileRow[]) => {
    for (const { again } of earlier) await again(ctx);
    return bringRows(ctx, given);
  })(rows);
  doAgain(run, rows.length, (ctx) => bringRows(ctx, rows));
  return done;
}

/** Has a rehearsal do it again before the redirects that come later; of very many the first are left out, and it is said. */
export function doAgain(run: Run, rows: number, again: (ctx: Ctx) => Promise<unknown>): void {
  if (!run.rehearse) return;
  run.redone.push({ rows, again });
  // One transaction holds them all, and has a bound in time.
  for (let held = run.redone.reduce((sum, each) => sum + each.rows, 0); held > mostRedone;) {
    const dropped = run.redone.shift()!.rows;
    held -= dropped;
    run.left.add('redirects-apart', dropped);
  }
}

function count({ refused, unchanged, ...done }: RedirectsImported, file: string, run: Run): void {
  const brought = broughtOf(run, 'redirects');
  for (const each of ['added', 'changed', 'kept', 'gone'] as const) brought[each] += done[each];
  brought.all += done.added + done.changed + done.kept + done.gone + unchanged;
  for (const { row, from, fault } of refused)
    run.refuse({ file, row, handle: from, ...faultFor(fault ?? 'redirect-line') });
}

async function bringRows(ctx: Ctx, rows: FileRow[]): Promise<RedirectsImported> {
  const ids = new Map(rows.map((row) => [row, sha256(row.from)]));
  const parts = Array.from({ length: Math.ceil(rows.length / mostRecords) }, (_, at) =>
    rows.slice(at * mostRecords, (at + 1) * mostRecords),
  );
  const was = new Map<string, string>();
  for (const part of parts) {
    const known = await getRecords(ctx, { ...kind, sourceIds: part.map((row) => ids.get(row)!) });
    for (const { sourceId, row } of known) was.set(sourceId, keptRow.safeParse(row).data?.to ?? '');
  }
  const before = Object.fromEntries(
    rows.flatMap((row) => {
      const to = was.get(ids.get(row)!);
      return to === undefined ? [] : [[row.from, to] as const];
    }),
  );
  const done = await importRedirects(ctx, { rows, before });
  const refused = new Set(done.refused.map(({ from }) => from));
  for (const part of parts) {
    const records = part
      .filter(({ from }) => !refused.has(from))
      .map((row) => ({ sourceId: ids.get(row)!, row: { from: row.from, to: row.to } }));
    if (records.length > 0) await keepRecords(ctx, { ...kind, records, taken: true });
  }
  return done;
}
