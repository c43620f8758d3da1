/** `[--currency USD] [--from SHOP] [--dry-run yes] FILE…`, in the database that is ready: one line for each refusal, the counts at the end. */
import { bringShop, type ShopBrought } from '@/lib/flows/imports/bring-shop';
import { runHere } from '@/lib/flows/imports/run-here';
import { shopifyFile, type ShopifyFile } from '@/lib/import/import-shopify';
import { formatLeftOut } from '@/lib/import/left-out';
import { createProgress, type Progress } from '@/lib/import/progress';
import { createKinds, createTally, formatRefusal, type Refusal } from '@/lib/import/report';
import { shopifyReport, shopifySummary } from '@/lib/import/shopify-report';

import { endImport, ofRun } from './end-import';
import { placeOf, readWords } from './import-words';
import { say } from './say';

const { places, options } = readWords(process.argv.slice(2), ['currency', 'from', 'dry-run'], 'Which files?');
const rehearse = options['dry-run'] !== undefined;
const unreadable = createTally();
const kinds = createKinds();
const last: string[] = [];
let bar: { file: string; progress: Progress } | undefined;

const files = (await Promise.all(places.map(open))).filter((file) => file !== null);
const input = { currency: options.currency, shop: options.from };
const brought = await ofRun(() =>
  runHere<ShopBrought>({
    ...{ source: 'SHOPIFY', rehearsal: rehearse, input },
    work: (given) =>
      bringShop({
        ...{ ...given, files, input, rehearsal: rehearse },
        watch: {
          onRefusal: tell,
          onRows: step,
          onFile: (file, kind) => note(`${file}: ${kind}`),
          onLeftOut: (what, count) => last.push(formatLeftOut(what, count)),
        },
      }),
  }),
);
bar?.progress.done();
if (brought) {
  const { done } = brought;
  const refused = done.refused + unreadable.refused;
  last.unshift(...shopifyReport(done));
  last.push(...[kinds.line()].filter((line) => line !== null), shopifySummary({ ...done, refused, rehearse }));
  say(last.join('\n'));
  const all = done.products + Object.values(done.others ?? {}).reduce((sum, each) => sum + each.all, 0);
  process.exitCode = done.read > 0 && (all > 0 || refused === 0) ? 0 : 1;
}
await endImport();

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
  note(formatRefusal(refusal));
}

function note(line: string): void {
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
