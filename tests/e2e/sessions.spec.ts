import type { BrowserContext } from '@playwright/test';

import { mainWords, readPlain } from './support/plain-document';
import { fillSignIn, signIn } from './support/sign-in-form';
import { expect, test } from './support/test';
import { contextOf, visit } from './support/visit';
import { cookieOf, publicPaths, sessionOf, sql } from './support/world';

const memberSeen = async (context: BrowserContext) =>
  ((await (await context.request.get('/api/viewer?path=/en')).json()) as { member: { handle: string } | null }).member
    ?.handle ?? null;

test('a suspension ends the member’s sessions at once, with the moderator’s press of the button', async ({
  browser,
}) => {
  const [first, second] = [await contextOf(browser, 'oskar'), await contextOf(browser, 'oskar')];
  expect([await memberSeen(first), await memberSeen(second)]).toEqual(['oskar', 'oskar']);
  const mod = await visit(browser, 'mod');
  await mod.goto('/en/staff/members/oskar');
  const form = mod.locator('form').filter({ has: mod.getByLabel('Suspend for') });
  await form.getByLabel('Reason').fill('Offered places for money, twice');
  await form.getByRole('button', { name: 'Suspend' }).click();
  await expect(mod.getByRole('button', { name: 'Lift suspension' })).toBeVisible();
  await expect(mod.getByText('Suspended. The member was signed out everywhere.')).toBeVisible();
  expect([await memberSeen(first), await memberSeen(second)]).toEqual([null, null]);
  expect((await first.request.post('/api/preview', { data: { body: 'still here' } })).status()).toBe(401);
  expect((await second.request.get('/en/account', { maxRedirects: 0 })).status()).toBe(307);

  const back = await (await browser.newContext()).newPage();
  await signIn(back, '/en/sign-in', 'oskar@demo.millet', 'millet-demo');
  await expect(back.getByText('Offered places for money, twice')).toBeVisible();
  expect(await memberSeen(back.context())).toBeNull();
});

test('signing out everywhere ends the session on the other device at once', async ({ browser }) => {
  const [here, there] = [await contextOf(browser, 'yinuo'), await contextOf(browser, 'yinuo')];
  const kept = await cookieOf('yinuo');
  const page = await here.newPage();
  await page.goto('/en/account');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/\/en\/sign-in/);
  expect([await memberSeen(here), await memberSeen(there)]).toEqual([null, null]);
  expect((await there.request.get('/en/account', { maxRedirects: 0, headers: kept })).status()).toBe(307);
});

test('forged and spoilt sessions are nobody', async ({ request }) => {
  const { name, value } = await sessionOf('admin');
  for (const forged of [
    `${value.slice(0, -4)}AAAA`,
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.',
    'x'.repeat(5000),
    '',
  ]) {
    const answer = await request.get('/api/viewer?path=/en', { headers: { cookie: `${name}=${forged}` } });
    expect(await answer.json()).toMatchObject({ member: null });
  }
});

test('guessing a password is stopped, also for who knows it in the end', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/en/sign-in');
  for (let attempt = 1; attempt <= 11; attempt += 1) await fillSignIn(page, 'hele@demo.millet', `wrong-${attempt}`);
  await fillSignIn(page, 'hele@demo.millet', 'millet-demo');
  await expect(page.getByText(/That was a bit fast\. Try again in \d+ second/)).toBeVisible();
  expect(await memberSeen(page.context())).toBeNull();
});

test('without JavaScript everything public is read, and the sign-in form signs in', async ({ browser, request }) => {
  test.setTimeout(150_000);
  const paths = await publicPaths();
  for (const [name, path] of Object.entries(paths)) {
    for (const locale of ['en', 'zh']) {
      const answer = await request.get(`/${locale}${path}`, { maxRedirects: 0 });
      const html = await answer.text();
      expect.soft([answer.status(), readPlain(html).headings.length], `${name} (${locale})`).toEqual([200, 1]);
      const words = mainWords(html);
      expect.soft(words.length, `${name} (${locale}) has words`).toBeGreaterThan(60);
      expect.soft(words, name).not.toMatch(/^\s*(Loading|加载中)/);
    }
  }
  // What the bytes hold the browser shows.
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const path of [`/zh${paths.product!}`, `/en${paths['upcoming drop']!}`, `/en${paths.thread!}`]) {
    expect.soft((await page.goto(path))?.status(), path).toBe(200);
    await expect.soft(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect.soft((await page.locator('main').innerText()).length, path).toBeGreaterThan(60);
  }
  const [{ posts } = {}] = await sql(
    'SELECT count(*)::int AS posts FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" WHERE t."number" = $1',
    [Number(page.url().split('/')[5])],
  );
  expect(await page.locator('[id^="post-"]').count()).toBe(Math.min(40, Number(posts)));
  await signIn(page, '/en/sign-in?next=%2Fen%2Forders', 'okoro@demo.millet', 'millet-demo');
  await expect(page).toHaveURL(/\/en\/orders$/);
  expect(await memberSeen(page.context())).toBe('okoro');
});
