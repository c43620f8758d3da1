/** `npm run bench:pages -- [--connections N] [--slices N] [--ms N] [--keep]`: how fast public pages are sent, beside a bare server that sends the same bytes, in turn. */
import { numbersIn } from '@/tests/bench/stage';

import { measureCached } from './lib/bench-cached';
import { withDemoServer } from './lib/demo-server';
import { readingPages } from './lib/reading-pages';
import { listenForStop } from './lib/stop-signal';

const options = { connections: 32, slices: 30, ms: 250 };
const wanted = ['start', 'boards', 'thread', 'product', 'drop'];

export async function main(words: string[]): Promise<number> {
  listenForStop();
  const keep = words.includes('--keep');
  const chosen = numbersIn(
    words.filter((word) => word !== '--keep'),
    options,
  );
  await withDemoServer(keep, async (address) => {
    const pages = (await readingPages(address))
      .filter(([name]) => wanted.includes(name))
      .map(([name, at]) => ({ bench: 'pages', name, path: at }));
    for (const page of pages)
      for (const unchanged of [false, true]) await measureCached(address, page, unchanged, chosen);
  });
  return 0;
}
