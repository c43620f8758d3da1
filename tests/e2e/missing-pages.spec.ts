/** Addresses that lead to nothing say so, in the reader's language. */
import type { APIRequestContext, Page } from '@playwright/test';

import { readPlain } from './support/plain-document';
import { expect, test } from './support/test';
import { visit } from './support/visit';
import { cookieOf, one } from './support/world';

const notHere = [
  ['en', 'There’s nothing here'],
  ['zh', '这里什么也没有'],
] as const;

type Words = (typeof notHere)[number];

// Each asks for dozens of pages.
test.describe.configure({ timeout: 240_000 });

test('without JavaScript an address that leads to nothing says so in the reader’s language, with 404', async ({
  browser,
  request,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const paths = [
    '/boards/nothing',
    '/t/999999',
    '/products/nothing',
    '/drops/nothing',
    '/drops/nothing/report',
    '/drops/nothing/draw',
    '/releases/nothing',
    '/roadmap/nothing',
    '/ideas/nothing',
    '/u/nobody-here',
    '/nothing/here',
  ];
  for (const words of notHere) {
    for (const path of inTurn(paths, words)) await saysNothingIsHere(request, path, words);
    for (const path of [paths[0]!, paths.at(-1)!]) await showsNothingIsHere(page, path, words);
  }
});

test('without JavaScript a page for members says the same of what is not there and of what is another’s', async ({
  browser,
  request,
}) => {
  const none = '00000000-0000-7000-8000-000000000000';
  const order = await one(
    `SELECT o."number" FROM "Order" o JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = 'ines' LIMIT 1`,
  );
  const mine = [
    '/orders/NOTHING',
    `/checkout/${none}`,
    `/owned/${none}`,
    `/owned/answer/${none}`,
    `/owned/passport/${none}`,
    '/inner/boards/nothing',
    '/inner/t/999999',
    '/orders/a/b',
  ];
  const closed = [
    '',
    '/audit',
    '/drops',
    '/drops/new',
    '/members',
    '/members/juno',
    '/orders',
    `/orders/${order}`,
    '/releases',
    '/releases/new',
    '/reports',
    '/triage',
    '/triage/bulk',
    '/triage/make',
  ];
  const staff = [
    'orders/NOTHING',
    'members/nobody-here',
    'releases/nothing',
    ...['drops/', 'releases/', 'triage/', 'triage/bulk/', 'triage/voices/'].map((room) => `${room}${none}`),
    `drops/${none}/preview`,
    'triage?show=voices&product=nothing',
    'nothing',
  ];
  const seen: Record<string, string[]> = {
    new: [...mine, `/orders/${order}`, '/inner/boards/staff-room', ...closed.map((room) => `/staff${room}`)],
    admin: [`/mailbox/${none}`, ...staff.map((room) => `/staff/${room}`)],
  };
  for (const [who, paths] of Object.entries(seen)) {
    const page = await visit(browser, who, { javaScriptEnabled: false });
    const headers = await cookieOf(who);
    for (const words of notHere) {
      for (const path of inTurn(paths, words)) await saysNothingIsHere(request, path, words, headers);
      for (const path of [paths[0]!, paths.at(-1)!]) await showsNothingIsHere(page, path, words);
    }
    await page.context().close();
  }
});

test('without JavaScript the demo gateway answers an unknown payment with 404 and words', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  expect((await page.goto('/demo-pay/nothing'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('control: a heading that waits for a script to show it is not read', () => {
  const page =
    '<html lang="en"><h1>Here</h1><div hidden><h1>Later</h1></div><template><h1>Never</h1></template></html>';
  expect(readPlain(page).headings).toEqual(['Here']);
});

/** Every path in English, and every third in Chinese: one page says it for all. */
const inTurn = (paths: string[], [locale]: Words) => paths.filter((_, at) => locale === 'en' || at % 3 === 0);

const langs = { en: 'en', zh: 'zh-CN' };

/** By its bytes, in which nothing is left to scripts. */
async function saysNothingIsHere(
  request: APIRequestContext,
  path: string,
  [locale, words]: Words,
  headers: Record<string, string> = {},
): Promise<void> {
  const answer = await request.get(`/${locale}${path}`, { headers, maxRedirects: 0 });
  expect
    .soft([path, answer.status(), readPlain(await answer.text())])
    .toEqual([
      path,
      404,
      {
        lang: langs[locale],
        title: expect.stringContaining(words),
        robots: expect.stringContaining('noindex'),
        headings: [words],
      },
    ]);
}

/** As the browser shows it. */
async function showsNothingIsHere(page: Page, path: string, [locale, words]: Words): Promise<void> {
  const answer = await page.goto(`/${locale}${path}`);
  expect.soft([path, answer?.status()]).toEqual([path, 404]);
  await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveText(words);
  expect.soft(await page.title(), path).toContain(words);
  expect.soft(await page.locator('html').getAttribute('lang'), path).toBe(langs[locale]);
  await expect.soft(page.locator('meta[name=robots]').first(), path).toHaveAttribute('content', /noindex/);
}
