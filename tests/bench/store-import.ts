/** Sheets of products that are imported: how long so many rows take, and what memory they need at most. */
import { createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';

import { ended, start } from '@/scripts/lib/run-node';
import { say } from '@/scripts/lib/say';

/** `late` where it was ended before its end. */
export type Imported = { seconds: number; memoryMostMb: number; status: number; late: boolean };

/** Longer than this no import is waited for. */
const mostMs = 120_000;

const header = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Status',
  'Option1 Name',
  'Option1 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Price',
];
const colours = ['Black', 'White', 'Red', 'Green'];
const body =
  '<p>A paragraph of a description, as long as one that a brand writes of what it makes, with a <b>word</b> in bold.</p>'.repeat(
    6,
  );

/** Writes so many rows, four variants to a product, under handles that begin with a word of their own. */
export async function writeSheet(name: string, rows: number): Promise<string> {
  const file = path.resolve(process.env.DATA_DIR ?? '.data', `${name}.csv`);
  const sheet = createWriteStream(file);
  sheet.write(`${header.join()}\n`);
  for (let row = 0; row < rows; row += 1) {
    const [product, at] = [Math.floor(row / colours.length), row % colours.length];
    const first =
      at === 0
        ? [
            `Imported ${product}`,
            `"${body}"`,
            `Brand ${product % 50}`,
            'Lamp',
            '"desk, light"',
            'true',
            'active',
            'Colour',
          ]
        : Array<string>(8).fill('');
    const more = `${name}-${product},${first.join()},${colours[at]},${name}-${row},450,${10 + (product % 90)}.00\n`;
    if (!sheet.write(more)) await once(sheet, 'drain');
  }
  sheet.end();
  await once(sheet, 'finish');
  return file;
}

/** Imports a sheet as `npm run import:shopify` does, in a process of its own, whose memory is read meanwhile. */
export async function importSheet(file: string): Promise<Imported> {
  const began = performance.now();
  const running = start({
    script: 'scripts/lib/run-import-shopify.ts',
    words: ['--currency', 'USD', '--', file],
    quiet: true,
  });
  // Only the end is kept: it says why an import failed.
  let told = '';
  for (const stream of [running.stdout, running.stderr])
    stream?.on('data', (chunk) => (told = `${told}${String(chunk)}`.slice(-2_000)));
  let [most, late] = [0, false];
  const end = setTimeout(() => {
    late = true;
    running.kill('SIGKILL');
  }, mostMs);
  const watch = setInterval(() => (most = Math.max(most, residentMb(running.pid!))), 50);
  const status = await ended(running);
  clearInterval(watch);
  clearTimeout(end);
  if (status !== 0 && !late) say(told);
  return { seconds: Number(((performance.now() - began) / 1000).toFixed(1)), memoryMostMb: most, status, late };
}

function residentMb(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
