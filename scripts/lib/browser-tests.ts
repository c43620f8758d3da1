/** Playwright against the demo server; tells how many tests passed and failed. */
import { existsSync, readFileSync, rmSync } from 'node:fs';

import { findBrowser } from './browser';
import { withDemoServer } from './demo-server';
import { failuresOfBrowser, secondTriesOfBrowser } from './failures';
import { programOf, runToEnd } from './run-node';

/** How many tests passed and failed; `names` says which failed where that is known, `second` which passed at the second try alone. */
export type Count = { passed: number; failed: number; names?: string[]; second?: string[] };

type Report = { stats: { expected: number; unexpected: number; flaky: number } } & Parameters<
  typeof failuresOfBrowser
>[0];

const report = '.data/playwright/report.json';

type Options = { words?: string[]; keep?: boolean; limit?: number; before?: Promise<unknown> };

/** `before` is what must have ended when the tests begin; database and build are prepared meanwhile. */
export async function runBrowserTests({ words = [], keep = false, limit, before }: Options): Promise<Count> {
  rmSync(report, { force: true });
  const browser = await findBrowser();
  const play = (address: string) =>
    runToEnd({
      script: programOf('@playwright/test', 'cli.js'),
      words: ['test', '--config', 'tests/e2e/playwright.config.ts', ...words],
      variables: {
        E2E_ADDRESS: address,
        E2E_BROWSER: browser.program,
        E2E_LIBRARIES: browser.libraries,
        E2E_REPORT: report,
      },
      limit,
    });
  const { status } = await withDemoServer(keep, play, { before, quick: true });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, ...suites } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const failed = stats.unexpected || (status === 0 ? 0 : 1);
  const passed = stats.expected + stats.flaky;
  return { passed, failed, names: failuresOfBrowser(suites), second: secondTriesOfBrowser(suites) };
}
