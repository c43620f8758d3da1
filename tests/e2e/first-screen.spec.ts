import { createRequire } from 'node:module';

import { sentenceBytes, type PageName } from '@/scripts/lib/page-weight';
import { readingPages } from '@/scripts/lib/reading-pages';
import { visit } from '@/scripts/lib/visit';

import { expect, test } from './support/test';

/** What an empty page of this Next loads, as `npm run bench:first-screen` measures it (`emptyJs`). */
const empty = { next: '16.4.6', js: 135_352 };

for (const name of ['start', 'thread', 'product', 'drop'] satisfies PageName[])
  test(`the first screen of ${name} is light and does not move`, async ({ browser, baseURL }) => {
    const path = new Map(await readingPages(baseURL!)).get(name)!;
    const { js, fonts, shift } = await visit(browser, baseURL! + path);
    expect(js).toBeGreaterThan(empty.js);
    expect(js + sentenceBytes(name, 'en')).toBeLessThanOrEqual(empty.js + 40_000);
    expect(shift).toBeLessThan(0.05);
    // Two faces, their italic or one more script: Chinese, where a page has it, comes besides.
    const page = await browser.newPage();
    await page.goto(baseURL! + path);
    const words = (await page.locator('body').innerText()).replaceAll('简体中文', '');
    await page.close();
    if (!/\p{Script=Han}/u.test(words)) expect(fonts).toBeLessThanOrEqual(200_000);
  });

test('the empty page that is compared with is of the Next that is installed', () => {
  const { version } = createRequire(import.meta.url)('next/package.json') as { version: string };
  expect(version, 'run `npm run bench:first-screen` and write its emptyJs here').toBe(empty.next);
});
