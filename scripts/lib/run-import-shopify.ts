/** `CURRENCY FILE…`, in the database that is ready: one line for each refusal, the count at the end. */
import { readBrand } from '@/lib/core/current-brand';
import { db, pool } from '@/lib/core/db';
import { terminalLine } from '@/lib/core/terminal';
import { importShopify, shopifyFile, type ShopifyFile } from '@/lib/import/import-shopify';
import { createProgress, type Progress } from '@/lib/import/progress';
import {
  createKinds,
  createTally,
  formatLeftOut,
  formatRefusal,
  shopifySummary,
  type Refusal,
} from '@/lib/import/report';

import { placeOf } from './import-words';
import { say } from './say';

const [currency, ...names] = process.argv.slice(2);
const unreadable = createTally();
const kinds = createKinds();
const last: string[] = [];
let bar: { file: string; progress: Progress } | undefined;

const files = (await Promise.all(names.map(open))).filter((file) => file !== null);
const done = await importShopify(files, {
  currency: currency || (await readBrand()).currency,
  onRefusal: tell,
  onRows: step,
  onLeftOut: (what, count) => last.push(formatLeftOut(what, count)),
});
bar?.progress.done();
const refused = done.refused + unreadable.refused;
last.push(...[kinds.line()].filter((line) => line !== null), shopifySummary({ ...done, refused }));
say(last.map((line) => terminalLine(line)).join('\n'));
process.exitCode = done.read > 0 && (done.products > 0 || refused === 0) ? 0 : 1;
await db.$disconnect();
await pool.end();

async function open(name: string): Promise<ShopifyFile | null> {
  const file = await shopifyFile(name, placeOf(name));
  if (file) return file;
  const refusal = { file: name, row: 0, code: 'file-unreadable', reason: 'the file cannot be read' };
  unreadable.add(refusal);
  tell(refusal);
  return null;
}

function tell(refusal: Refusal): void {
  kinds.add(refusal);
  const line = terminalLine(formatRefusal(refusal));
  if (bar) bar.progress.note(line);
  else say(line);
}

function step(file: string, _read: number, total: number): void {
  if (bar?.file !== file) {
    bar?.progress.done();
    bar = { file, progress: createProgress(file, total, process.stdout) };
  }
  bar.progress.step();
}
