import type { Browser, Page } from '@playwright/test';

import { expect, test } from './support/test';
import { readPlain } from './support/plain-document';
import { visit } from './support/visit';
import { cookieOf, makeUnconfirmed } from './support/world';

const password = 'wooden spoon rain';
const fresh = () => `e2e${Date.now().toString(36)}${Math.floor(Math.random() * 1000)}`;

async function fillSignIn(page: Page, email: string, word: string): Promise<void> {
  await page.getByLabel('Email', { exact: false }).first().fill(email);
  await page.getByLabel(/^Password/).fill(word);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function codeOf(browser: Browser, email: string): Promise<string> {
  const page = await (await browser.newContext()).newPage();
  const mail = page.getByRole('link').filter({ hasText: email }).first();
  // The worker sends it a moment after the form was answered.
  await expect(async () => {
    await page.goto('/en/mailbox');
    await expect(mail).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await mail.click();
  const code = await page.locator('[data-mail-code]').innerText();
  await expect(page.frameLocator('iframe').locator('[data-code]')).toHaveText(code);
  await page.context().close();
  return code;
}

test('who has an account is offered no other one where no code is waiting', async ({ request }) => {
  const read = async (who: string | null, path: string) => {
    const headers = who === null ? {} : await cookieOf(who);
    const html = await (await request.get(path, { headers })).text();
    return {
      headings: readPlain(html).headings,
      links: [...html.matchAll(/href="(\/en\/[^"?]*)/g)].map(([, to]) => to),
    };
  };
  const unconfirmed = await makeUnconfirmed();
  expect(await read(null, '/en/confirm')).toMatchObject({ headings: ['Nothing to confirm here'] });
  expect(await read('fan', '/en/confirm')).toMatchObject({ headings: ['Your email is confirmed'] });
  const waits = await read(unconfirmed, '/en/confirm');
  expect(waits.headings).toEqual(['Confirm your email']);
  expect(waits.links).toContain('/en/forgot');
  expect(await read(unconfirmed, '/en/new')).toMatchObject({ headings: ['Confirm your email first'] });
});

test('a guest joins, edits their profile, and signs out everywhere', async ({ page, browser }) => {
  const handle = fresh();
  const email = `${handle}@example.org`;
  await page.goto('/en/sign-up');
  await page.getByLabel('Name').fill('Kit Marlow');
  await page.getByLabel('Handle').fill('No Good');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Handle')).toBeFocused();
  await expect(page.getByLabel('Handle')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Name')).toHaveValue('Kit Marlow');
  await expect(page.getByLabel(/^Password/)).toHaveValue(password);

  await page.getByLabel('Handle').fill(handle);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email');
  await page.getByLabel('6-digit code').fill('12');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('The code has 6 digits.')).toBeVisible();
  await page.getByLabel('6-digit code').fill(await codeOf(browser, email));
  await page.getByRole('button', { name: 'Confirm' }).click();

  await expect(page).toHaveURL('/en/welcome');
  await page.getByRole('link', { name: 'in your account' }).click();
  await page.getByLabel('About you').fill('Walks dogs, hears trams.');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(async () => {
    await page.goto(`/en/u/${handle}`);
    await expect(page.getByText('Walks dogs, hears trams.')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 8_000 });

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('/en/sign-in?next=/en/account');
  await fillSignIn(elsewhere, email, password);
  await expect(elsewhere).toHaveURL('/en/account');
  await page.goto('/en/account');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL('/en/sign-in');
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/en\/sign-in\?next=/);
});

test('a forgotten password is set anew by the mailed code', async ({ page, browser }) => {
  const handle = fresh();
  const email = `${handle}@example.org`;
  // Whoever joins on the way to a page comes out there.
  await page.goto('/en/sign-in?next=/en/ideas');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await expect(page).toHaveURL(/\/en\/sign-up/);
  for (const [label, value] of [
    ['Name', 'Lin'],
    ['Handle', handle],
    ['Email', email],
    [/^Password/, password],
  ] as const)
    await page.getByLabel(label).filter({ visible: true }).fill(value);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('6-digit code').fill(await codeOf(browser, email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL('/en/ideas');
  await page.context().clearCookies();

  await page.goto('/en/forgot');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set a new password');
  await page.getByLabel('6-digit code').fill(await codeOf(browser, email));
  await page.getByLabel(/^New password/).fill('another wooden spoon');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(page).toHaveURL('/en');
  await expect(page.getByRole('button', { name: /Your menu, Lin/ })).toBeVisible();
});

test('signing in works without JavaScript, and goes where one wanted to go, never to another site', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/en/account');
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await fillSignIn(page, 'fan@demo.millet', 'not the password');
  await expect(page.getByText('Wrong email or password.')).toBeVisible();
  await expect(page.getByLabel('Email').first()).toHaveValue('fan@demo.millet');
  await page.getByLabel(/^Password/).fill('millet-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL('/en/account');

  await page.context().clearCookies();
  await page.goto('/en/sign-in?next=https://evil.example/');
  await fillSignIn(page, 'fan@demo.millet', 'millet-demo');
  await expect(page).toHaveURL('/en');
});

test('without JavaScript, public pages lead members to their account and guests to the sign-in', async ({
  browser,
}) => {
  const fan = await visit(browser, 'fan', { javaScriptEnabled: false });
  const guest = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const [page, end] of [
    [fan, /\/en\/account$/],
    [guest, /\/en\/sign-in\?/],
  ] as const) {
    await page.goto('/en/boards');
    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeHidden();
    await page.getByRole('banner').getByRole('link', { name: 'Your account' }).click();
    await expect(page).toHaveURL(end);
  }
  await fan.goto('/en/account');
  await fan.getByRole('main').getByRole('link', { name: 'Orders' }).click();
  await expect(fan).toHaveURL('/en/orders');
});

test('the start page leads guests to an account and members to the boards', async ({ page, browser }) => {
  await page.goto('/en');
  await page.getByRole('link', { name: 'Join the conversation' }).click();
  await expect(page).toHaveURL('/en/sign-up');
  const fan = await visit(browser, 'fan');
  await fan.goto('/en');
  await expect(fan.getByRole('link', { name: 'Join the conversation' })).toBeHidden();
  await fan.getByRole('link', { name: 'Browse the boards' }).first().click();
  await expect(fan).toHaveURL('/en/boards');
});

test('the demo cast is one click away', async ({ page }) => {
  await page.goto('/en/sign-in');
  await page.getByRole('button', { name: /^Sign in as Mei Tanaka Product manager/ }).click();
  await expect(page.getByRole('button', { name: 'Your menu, Mei Tanaka' })).toBeVisible();
});

test('a suspension shuts a member out at their very next step, and says why', async ({ page, browser }) => {
  const handle = fresh();
  const email = `${handle}@example.org`;
  await page.goto('/en/sign-up');
  for (const [label, value] of [
    ['Name', 'Rowdy'],
    ['Handle', handle],
    ['Email', email],
    [/^Password/, password],
  ] as const)
    await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByLabel('6-digit code').fill(await codeOf(browser, email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL('/en/welcome');

  const mod = await visit(browser, 'mod');
  await mod.goto(`/en/staff/members/${handle}`);
  const card = mod.locator('section').filter({ has: mod.getByRole('heading', { name: 'Suspend' }) });
  await card.getByLabel('Reason').fill('Shouting in capitals.');
  await card.getByRole('button', { name: 'Suspend' }).click();
  await expect(mod.getByRole('button', { name: 'Lift suspension' })).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL(/\/en\/sign-in/);
  await fillSignIn(page, email, password);
  await expect(page.getByText('Shouting in capitals.')).toBeVisible();

  const admin = await visit(browser, 'admin');
  await admin.goto('/en/staff/audit?act=member.suspend');
  await expect(admin.getByRole('row').filter({ hasText: 'Shouting in capitals.' }).first()).toContainText(
    'Noor Haddad',
  );
});
