/**
 * A Chromium to test with, without a download: Playwright's own where it was installed, else the headless one inside
 * the npm package @sparticuz/chromium, else the system's. A desktop Chromium comes last: it draws by a software GPU and
 * starts its own panels in every window, which makes the same tests several times slower.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { withLock } from './lock';
import { Trouble } from './say';

export type Browser = { program: string; libraries?: string };

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export async function findBrowser(): Promise<Browser> {
  const { chromium } = await import('@playwright/test');
  const browser = standing([chromium.executablePath()]) ?? (await packaged()) ?? standing(installed);
  if (!browser) throw new Trouble('No browser: install Chromium, or run `npx playwright install chromium`');
  return browser;
}

function standing(files: string[]): Browser | undefined {
  const program = files.find((file) => existsSync(file) && runs({ program: file }));
  return program ? { program } : undefined;
}

async function packaged(): Promise<Browser | undefined> {
  const folder = path.resolve('node_modules/.millet/browser');
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(folder)) await unpack(folder);
  });
  const program = path.join(folder, 'chromium');
  return [{ program }, { program, libraries: path.join(folder, 'al2023', 'lib') }].find(runs);
}

async function unpack(folder: string): Promise<void> {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await promisify(execFile)(process.execPath, ['scripts/lib/unpack-browser.mjs'], {
    env: { ...process.env, TMPDIR: draft },
  });
  renameSync(draft, folder);
}

function runs({ program, libraries }: Browser): boolean {
  const env = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env;
  return spawnSync(program, ['--version'], { env, timeout: 20_000 }).status === 0;
}
