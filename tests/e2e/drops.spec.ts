import type { Browser, Page } from '@playwright/test';

import { expect, test } from './support/test';
import { claimOver, openIn } from './support/world';

async function signIn(browser: Browser, who: string): Promise<Page> {
  const page = await (await browser.newContext({ timezoneId: 'Asia/Shanghai' })).newPage();
  await page.goto('/en/sign-in');
  await page.getByLabel(/e-mail/i).first().fill(`${who}@demo.millet`);
  await page.getByLabel(/^password/i).first().fill('millet-demo');
  await page.locator('form').filter({ has: page.getByLabel(/^password/i) }).getByRole('button', { name: /sign in/i }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

// What a datetime-local field takes, in the time zone of the browser above.
const local = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);

async function plan(ops: Page, title: string, opensAt: number): Promise<string> {
  await ops.goto('/en/staff/drops/new');
  await ops.getByLabel('Product').selectOption({ label: 'Foxtail Air' });
  await ops.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await ops.getByLabel('Opens').fill(local(opensAt));
  await ops.getByLabel('Closes').fill(local(opensAt + 3_600_000));
  await ops.getByLabel('Ink').fill('2');
  await ops.getByRole('button', { name: 'Plan this drop' }).click();
  await expect(ops.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await ops.getByRole('button', { name: 'Announce' }).click();
  await ops.getByRole('link', { name: 'Public page' }).waitFor();
  return (await ops.getByRole('link', { name: 'Public page' }).getAttribute('href'))!;
}

test('a drop from its plan to the last unit', async ({ browser }) => {
  test.setTimeout(120_000);
  const [ops, fan, owner] = await Promise.all([signIn(browser, 'ops'), signIn(browser, 'fan'), signIn(browser, 'owner')]);
  const title = `Night shift ${Date.now().toString(36)}`;
  const path = await plan(ops, title, Date.now() + 600_000);
  const slug = path.split('/').at(-1)!;

  await fan.goto(path);
  await expect(fan.getByRole('timer')).toBeVisible();
  const { variants } = (await (await fan.request.get(`/api/drops/${slug}/state`)).json()) as { variants: { variantId: string }[] };
  const data = { variantId: variants[0]!.variantId };
  const early = await fan.request.post(`/api/drops/${slug}/claim`, { data });
  expect([early.status(), (await early.json()).error]).toEqual([409, 'not-open']);

  // The form plans to the minute, so the opening is drawn nearer here. Nobody reloads: the page turns by the server's clock.
  await openIn(slug, 6);
  await fan.getByRole('button', { name: 'Claim Ink' }).click({ timeout: 30_000 });
  await expect(fan.getByRole('heading', { name: 'Your unit is held' })).toBeVisible();
  await fan.reload();
  await expect(fan.getByRole('link', { name: 'Go to checkout' })).toHaveAttribute('href', /^\/en\/checkout\/[0-9a-f-]{36}$/);

  const [one, two] = await Promise.all([1, 2].map(() => claimOver(owner.request, { slug, ...data })));
  expect([one!.status(), two!.status()].toSorted()).toEqual([200, 201]);
  expect((await one!.json()).claimId).toBe((await two!.json()).claimId);

  await expect(ops.getByText('2 / 2')).toBeVisible();
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(path);
  await expect(guest.getByRole('heading', { name: 'Sold out' })).toBeVisible();
  expect((await claimOver(guest.request, { slug, ...data })).status()).toBe(401);
});

test('a reservation is made, changed and withdrawn', async ({ browser }) => {
  const page = await signIn(browser, 'fan');
  await page.goto('/en/drops/clip-first-bend');
  await page.getByRole('button', { name: 'Reserve Ink' }).click();
  await expect(page.getByText('You reserved Ink')).toBeVisible();
  await page.getByRole('radio', { name: /Moss/ }).check();
  await page.getByRole('button', { name: 'Change to Moss' }).click();
  await expect(page.getByText('You reserved Moss')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('You reserved Moss')).toBeHidden();
});

test('a plan with an opening in the past is refused at its field and keeps what was typed', async ({ browser }) => {
  const ops = await signIn(browser, 'ops');
  await ops.goto('/en/staff/drops/new');
  await ops.getByLabel('Product').selectOption({ label: 'Foxtail Air' });
  await ops.getByRole('textbox', { name: 'Title', exact: true }).fill('Yesterday once more');
  await ops.getByLabel('Opens').fill(local(Date.now() - 86_400_000));
  await ops.getByLabel('Closes').fill(local(Date.now() + 86_400_000));
  await ops.getByLabel('Ink').fill('2');
  await ops.getByRole('button', { name: 'Plan this drop' }).click();
  await expect(ops.getByText('The opening must lie in the future.')).toBeVisible();
  await expect(ops.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Yesterday once more');
});

test('drops are read without JavaScript, in both languages', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/en/drops');
  await page.getByRole('link', { name: 'Clip, the first bend' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clip, the first bend');
  await expect(page.getByText('You need a reservation, made before the drop opens.')).toBeVisible();
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}');
  expect(data).toMatchObject({ '@type': 'Event', offers: [{ '@type': 'Offer', price: '89.00' }, {}] });
  await page.goto('/zh/drops');
  await expect(page.getByRole('link', { name: 'Clip 第一弯' })).toBeVisible();
});
