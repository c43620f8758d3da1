/** A passkey from end to end, in a browser with an authenticator of its own, on a shop that is still closed. */
import type { Browser, CDPSession, Cookie, Page } from '@playwright/test';

import { startOwnShop } from './support/own-shop';
import { signIn } from './support/sign-in-form';
import { expect, test } from './support/test';
import { wordsIn } from './support/words';

const t = wordsIn('en');
const password = 'a long enough passphrase 7';
const boss = { name: 'Wren', handle: 'wren', email: 'wren@shop.test' };
test.setTimeout(240_000);

test('the first administrator adds a passkey, signs out, signs in with it, and removes one', async ({ browser }) => {
  const shop = await startOwnShop({ host: 'localhost' });
  try {
    const context = await browser.newContext({ baseURL: shop.address, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const device = await authenticatorOf(page);
    const key = /#([\w-]{43})/.exec(await shop.admin('setup'))![1]!;
    await page.goto(`/en/setup#${key}`);
    await fill(page, { ...boss, password });
    await press(page, t('members.setup.submit'));
    await page.waitForURL(/second-factor|staff/);

    await page.goto('/en/staff/setup');
    await add(page, 'Laptop');
    await expect(page.getByRole('heading', { name: t('members.factor.codesTitle') })).toBeVisible();
    await page.getByRole('link', { name: t('members.factor.saved') }).click();
    await expect(page.getByRole('heading', { level: 1, name: t('staff.setupPage.title') })).toBeVisible();

    // A new session has the password alone, and comes no further than the question.
    await context.clearCookies();
    await signIn(page, '/en/sign-in?next=%2Fen%2Fstaff%2Fsetup', boss.email, password);
    await expect(page).toHaveURL(/second-factor/);
    await withoutScripts(browser, shop.address, await context.cookies());
    await device.send('WebAuthn.setUserVerified', { authenticatorId: device.id, isUserVerified: false });
    await press(page, t('members.passkeys.use'));
    await expect(page.getByText(t('errors.passkey-canceled'))).toBeVisible();
    await device.send('WebAuthn.setUserVerified', { authenticatorId: device.id, isUserVerified: true });
    await press(page, t('members.passkeys.use'));
    await page.waitForURL(/staff\/setup/);

    await page.goto('/en/second-factor');
    await page.getByText(t('members.passkeys.change')).click();
    await expect(page.getByText(t('members.passkeys.last'))).toBeVisible();
    // Another authenticator, as a security key would be: the one before says that it has a passkey already.
    await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: device.id });
    await authenticatorOf(page, device);
    await add(page, 'Security key');
    await expect(page.getByText(t('members.passkeys.done'))).toBeVisible();
    const laptop = page.getByRole('listitem').filter({ hasText: 'Laptop' });
    const change = laptop.locator('summary');
    if (!(await laptop.getByRole('button', { name: t('members.passkeys.remove') }).isVisible())) await change.click();
    await laptop.locator('[name=oldPassword]').fill(password);
    await laptop.getByRole('button', { name: t('members.passkeys.remove') }).click();
    await expect(laptop).toHaveCount(0);
    await expect(page.getByRole('listitem').filter({ hasText: 'Security key' })).toBeVisible();
    await expect
      .poll(() => shop.mailsTo(boss.email).filter((mail) => /second factor/i.test(mail)).length)
      .toBeGreaterThan(2);
  } finally {
    await shop.close();
  }
});

async function withoutScripts(browser: Browser, baseURL: string, cookies: Cookie[]): Promise<void> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto('/en/second-factor');
  // The browser of the test reads what stands in <noscript> as text.
  expect(await page.content()).toContain(t('members.passkeys.noScripts'));
  await expect(page.getByLabel(t('members.factor.recoveryCode'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('members.passkeys.use') })).toHaveCount(0);
}

type Device = { send: CDPSession['send']; id: string };

async function authenticatorOf(page: Page, before?: Device): Promise<Device> {
  const client = before ?? (await page.context().newCDPSession(page));
  if (!before) await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: before ? 'usb' : 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { send: client.send.bind(client) as CDPSession['send'], id: authenticatorId };
}

async function add(page: Page, name: string): Promise<void> {
  await page.getByText(t('members.passkeys.add')).click();
  await fill(page, { oldPassword: password });
  await press(page, t('members.passkeys.begin'));
  await page.getByRole('button', { name: t('members.passkeys.finish'), exact: true }).waitFor();
  // Behind those of the passkeys that are there.
  await page.locator('main [name=name]:visible').last().fill(name);
  await press(page, t('members.passkeys.finish'));
}

const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).first().click();

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [named, value] of Object.entries(fields))
    await page.locator(`main [name="${named}"]:visible`).first().fill(value);
}
