import { defineConfig } from '@playwright/test';
import path from 'node:path';

const { E2E_ADDRESS, E2E_BROWSER, E2E_LIBRARIES, E2E_REPORT } = process.env;
if (!E2E_ADDRESS) throw new Error('Run the browser tests with `npm run test:e2e`: it starts the server that they need');

// Nothing but this machine is ever asked for: a page that needs more than its own server fails here.
const loopbackOnly = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

export default defineConfig({
  testDir: '.',
  // What changes the demo for everybody has the server alone.
  testMatch: process.env.E2E_ALONE ? '**/*.alone.ts' : '**/*.spec.ts',
  outputDir: path.resolve('.data/playwright/results'),
  workers: 3,
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: path.resolve(E2E_REPORT ?? '.data/playwright/report.json') }]],
  use: {
    baseURL: E2E_ADDRESS,
    actionTimeout: 15_000,
    trace: 'on-first-retry',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: E2E_BROWSER,
      args: [loopbackOnly, '--disable-gpu', '--disable-sync', '--disable-domain-reliability', '--no-pings'],
      env: E2E_LIBRARIES ? { ...environment(), LD_LIBRARY_PATH: E2E_LIBRARIES } : environment(),
    },
  },
});

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
