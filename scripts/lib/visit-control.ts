/** Shows that a visit counts what it should: a page that blocks and moves on purpose, beside the same page that does not. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import type { Browser } from '@playwright/test';

import { say, Trouble } from './say';
import { visit, type Visit } from './visit';

const busyMs = 400;
const letters = Array.from({ length: 5_000 }, (_, at) => ((at * 2_654_435_761) % 2 ** 32).toString(36)).join(' ');
const scripts: Record<string, string> = {
  '/quiet.js': `/* ${letters} */`,
  // One long task that moves what is on the screen; it lasts as long as the clock says, on any processor.
  '/busy.js': `/* ${letters} */ setTimeout(() => {
    for (const end = performance.now() + ${busyMs}; performance.now() < end; );
    document.querySelector('p').style.marginTop = '300px';
  }, 300)`,
};

/** Throws when a deliberate block of the processor, a deliberate shift or the bytes of a script are not counted. */
export async function proveVisit(browser: Browser): Promise<void> {
  await withPages(async (address) => {
    const [quiet, busy] = [await visit(browser, `${address}/quiet`), await visit(browser, `${address}/busy`)];
    const found = {
      blockingMs: busy.blockingMs - quiet.blockingMs,
      blockingCpuMs: busy.blockingCpuMs - quiet.blockingCpuMs,
      shift: busy.shift - quiet.shift,
      js: busy.js,
    };
    say(`Control: a page that is busy for ${busyMs} ms and moves its words is counted as ${JSON.stringify(found)}.`);
    if (!believable(found)) throw new Trouble('The bench does not count what a page does on purpose.');
  });
}

type Found = Pick<Visit, 'blockingMs' | 'blockingCpuMs' | 'shift' | 'js'>;

// Of the time that passed on a busy machine, the page's thread may have had less than half.
function believable({ blockingMs, blockingCpuMs, shift, js }: Found): boolean {
  const sent = gzipSync(scripts['/busy.js']!).length;
  const [asked, had] = [blockingMs / (busyMs - 50), blockingCpuMs / (busyMs - 50)];
  return asked > 0.5 && had > 0.2 && shift > 0.01 && Math.abs(js - sent) < 100;
}

async function withPages(work: (address: string) => Promise<void>): Promise<void> {
  const server = createServer(({ url }, response) => {
    const script = scripts[url ?? ''];
    const body = script ?? `<!doctype html><title>Control</title><p>Words</p><script src="${url}.js"></script>`;
    const type = script ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}
