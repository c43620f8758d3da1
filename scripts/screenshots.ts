/** `npm run docs:images`: draws the pictures of the README from a running demo. */
import { mkdirSync, statSync } from 'node:fs';

import { chromium, type Browser } from '@playwright/test';
import sharp from 'sharp';

import { findBrowser } from './lib/browser';
import { withDemoServer } from './lib/demo-server';
import { say } from './lib/say';
import { listenForStop } from './lib/stop-signal';

type Shot = { name: string; path: string; dark?: boolean; as?: string; height?: number };

const shots: readonly Shot[] = [
  { name: 'home', path: '/en', height: 1000 },
  { name: 'ideas', path: '/en/ideas' },
  { name: 'roadmap-dark', path: '/en/roadmap', dark: true },
  { name: 'drops-zh', path: '/zh/drops' },
  { name: 'triage', path: '/en/staff/triage', as: 'pm' },
];

export async function main(): Promise<void> {
  listenForStop();
  mkdirSync('docs/images', { recursive: true });
  const { program, libraries } = await findBrowser();
  const environment = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) } as Record<string, string>;
  await withDemoServer(false, async (address) => {
    const browser = await chromium.launch({ executablePath: program, env: environment });
    for (const shot of shots) await draw(browser, address, shot);
    await browser.close();
  });
}

async function draw(browser: Browser, address: string, { name, path, height = 860, dark, as }: Shot): Promise<void> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height },
    locale: path.startsWith('/zh') ? 'zh-CN' : 'en-US',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (as) await signIn(page, as);
  await page.goto(path, { waitUntil: 'networkidle' });
  const file = `docs/images/${name}.webp`;
  await sharp(await page.screenshot())
    .webp({ quality: 80, effort: 6 })
    .toFile(file);
  say(`${file} ${Math.round(statSync(file).size / 1024)} KB`);
  await context.close();
}

async function signIn(page: Awaited<ReturnType<Browser['newPage']>>, part: string): Promise<void> {
  await page.goto('/en/sign-in');
  await page.fill('input[name=email]', `${part}@demo.millet`);
  await page.fill('input[name=password]', 'millet-demo');
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}
