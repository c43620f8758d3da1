/** `npm run bench:first-screen -- [--rounds N] [--keep]`: what a reader's first visit to each page costs, in the real browser, beside an empty page of the same Next. */
import { chromium, type Browser } from '@playwright/test';

import { numbersIn } from '@/tests/bench/stage';

import { findBrowser } from './lib/browser';
import { withDemoServer } from './lib/demo-server';
import { withEmptyPage } from './lib/empty-page';
import { sentenceBytes, type PageName } from './lib/page-weight';
import { readingPages } from './lib/reading-pages';
import { listenForStop } from './lib/stop-signal';
import { visit, type Visit } from './lib/visit';
import { proveVisit } from './lib/visit-control';

const options = { rounds: 5 };

export async function main(words: string[]): Promise<number> {
  listenForStop();
  const keep = words.includes('--keep');
  const { rounds } = numbersIn(
    words.filter((word) => word !== '--keep'),
    options,
  );
  const { program, libraries } = await findBrowser();
  const env = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) } as Record<string, string>;
  await withDemoServer(keep, (address) =>
    withEmptyPage(async (empty) => {
      const browser = await chromium.launch({ executablePath: program, env });
      await proveVisit(browser);
      for (const [name, path] of await readingPages(address)) {
        const page = name.replace('-zh', '') as PageName;
        const sentences = sentenceBytes(page, path.startsWith('/zh') ? 'zh-CN' : 'en');
        await measure(browser, { name, path, address, empty, rounds, sentences });
      }
      await browser.close();
    }),
  );
  return 0;
}

type Case = { name: string; path: string; address: string; empty: string; rounds: number; sentences: number };

// In turn, so that what else the machine does weighs on both alike.
async function measure(browser: Browser, { name, path, address, empty, rounds, sentences }: Case): Promise<void> {
  const [pages, empties]: [Visit[], Visit[]] = [[], []];
  await visit(browser, address + path);
  for (let round = 0; round < rounds; round += 1) {
    empties.push(await visit(browser, empty));
    pages.push(await visit(browser, address + path));
  }
  const [page, bare] = [middle(pages), middle(empties)];
  const result = {
    bench: 'first-screen',
    case: name,
    path,
    ...page,
    sentences,
    overEmpty: page.js + sentences - bare.js,
    emptyJs: bare.js,
    blockingOverEmptyMs: page.blockingMs - bare.blockingMs,
    blockingCpuOverEmptyMs: page.blockingCpuMs - bare.blockingCpuMs,
    blockingRuns: pages.map(({ blockingMs }) => blockingMs),
    emptyBlockingRuns: empties.map(({ blockingMs }) => blockingMs),
    blockingCpuRuns: pages.map(({ blockingCpuMs }) => blockingCpuMs),
    emptyBlockingCpuRuns: empties.map(({ blockingCpuMs }) => blockingCpuMs),
    rounds,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Of each figure the one in the middle. */
function middle(visits: Visit[]): Visit {
  const names = Object.keys(visits[0]!) as (keyof Visit)[];
  const median = (name: keyof Visit) =>
    visits.map((each) => each[name]).toSorted((a, b) => a - b)[Math.floor(visits.length / 2)]!;
  return Object.fromEntries(names.map((name) => [name, median(name)])) as Visit;
}
