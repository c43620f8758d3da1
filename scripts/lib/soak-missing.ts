/** Asks the production server for thousands of addresses that lead to nothing, and looks at what its memory and its disk keep of them. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { withDemoServer } from './demo-server';
import { say } from './say';

// By then every memory of pages is full.
const warmUp = 3_500;
const more = 4_000;
// Were what is made kept, the second part would add twice what the first did.
const mostGrowth = 1.1;
const heaps = path.resolve('.data/heap-probe');

const kinds: ((at: number) => string)[] = [
  (at) => `/en/t/${900_000 + at}`,
  (at) => `/zh/products/none-${at}`,
  (at) => `/en/u/nobody-${at}`,
  (at) => `/en/boards/none-${at}`,
  (at) => `/en/drops/none-${at}`,
  (at) => `/zh/releases/none-${at}`,
  (at) => `/en/nothing/${at}`,
  (at) => `/fr/${at}`,
  (at) => `/en/t/1/other-name-${at}`,
];

/** Whether neither memory nor disk grew; says what it saw. */
export async function soakMissing(): Promise<boolean> {
  rmSync(heaps, { force: true });
  const probe = pathToFileURL(path.resolve('scripts/lib/heap-probe.mjs')).href;
  Object.assign(process.env, { TRUSTED_PROXIES: '1', HEAP_PROBE: heaps, NODE_OPTIONS: `--import ${probe}` });
  return withDemoServer(false, async (address) => {
    const files = countFiles();
    await ask(address, 0, warmUp);
    const before = await heapNow();
    await ask(address, warmUp, warmUp + more);
    const after = await heapNow();
    const written = countFiles() - files;
    say(
      `After ${warmUp} missing addresses the pages hold ${mb(before)} MB, after ${more} more ${mb(after)} MB; ${written} new files`,
    );
    return after < mostGrowth * before && written === 0;
  });
}

// Each from a network of its own, which is what an attacker with a budget for each would do.
async function ask(address: string, from: number, to: number): Promise<void> {
  let next = from;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (next < to) {
        const at = next++;
        const network = `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
        const response = await fetch(address + kinds[at % kinds.length]!(at), {
          headers: { 'x-forwarded-for': network },
          redirect: 'manual',
        });
        await response.arrayBuffer();
        if (![404, 308].includes(response.status)) throw new Error(`${response.url} was answered ${response.status}`);
      }
    }),
  );
}

// The least of the next few collections: what is only on its way to an answer is gone by then.
async function heapNow(): Promise<number> {
  const seen = sizes().length;
  while (sizes().length < seen + 4) await new Promise((resolve) => setTimeout(resolve, 500));
  return Math.min(...sizes().slice(seen));
}

const sizes = (): number[] => readFileSync(heaps, 'utf8').trim().split('\n').map(Number);
const countFiles = (): number => readdirSync(process.env.NEXT_DIST_DIR!, { recursive: true }).length;
const mb = (bytes: number): number => Math.round(bytes / 1024 / 1024);
