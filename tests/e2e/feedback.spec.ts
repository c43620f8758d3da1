import type { Page } from '@playwright/test';

import { expect, test } from './support/test';
import { visit } from './support/visit';

async function step(pm: Page, button: string, reason = ''): Promise<void> {
  if (reason) await pm.getByLabel('Message to the voters').fill(reason);
  await pm.getByRole('button', { name: button, exact: true }).click();
  await expect(pm.getByText('The author and voters are being notified.')).toBeVisible();
}

test("a fan's idea becomes a release that names the fan", async ({ browser, request }) => {
  test.setTimeout(240_000);
  const title = `A lid that glows when it is shut ${Date.now()}`;
  const fan = await visit(browser, 'fan');
  await fan.goto('/en/new?board=foxtail-clip&kind=IDEA');
  await fan.getByLabel(/^title/i).fill(title);
  await fan.locator('textarea[name=body]').fill('So that I can see it across the room.');
  await fan
    .getByRole('button', { name: /^(start|send|post|publish)/i })
    .last()
    .click();
  await expect(fan).toHaveURL(/\/en\/t\/\d+\//);
  const thread = new URL(fan.url()).pathname;
  const voted = fan.getByRole('button', { name: new RegExp(`Remove your vote for “${title}”, 1 vote`) });
  await expect(voted).toBeVisible();

  const owner = await visit(browser, 'owner');
  await owner.goto(thread);
  await owner.getByRole('button', { name: new RegExp(`\\bVote for “${title}”`) }).click();
  await expect(owner.getByRole('button', { name: /Remove your vote .*2 votes/ })).toBeVisible();
  await owner.reload();
  await expect(owner.getByRole('button', { name: /Remove your vote .*2 votes/ })).toBeVisible();

  const pm = await visit(browser, 'pm');
  await pm.goto('/en/staff/triage?kind=IDEA&stage=NEW&sort=newest');
  await pm.getByRole('button', { name: `Accept “${title}”` }).click();
  await expect(pm.getByText(`Accepted “${title}”`)).toBeVisible();
  await pm.goto(`/en/staff/triage?q=${encodeURIComponent(title)}`);
  await pm.getByRole('link', { name: title, exact: true }).click();
  await expect(pm.getByRole('heading', { level: 1 })).toHaveText(title);
  await pm.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(pm.getByText('Please say why')).toBeVisible();
  await step(pm, 'Plan', 'It fits into the spring run.');
  await step(pm, 'Start work');
  await expect
    .poll(async () => (await request.get('/en/roadmap/foxtail-clip')).text(), { timeout: 15_000 })
    .toContain(title);

  const version = `9.${Date.now() % 100_000}`;
  await pm.goto('/en/staff/releases/new?product=foxtail-clip');
  await pm.getByLabel('Version').fill(version);
  await pm.getByLabel('Title', { exact: false }).first().fill('It glows');
  await pm.getByLabel('Notes', { exact: false }).first().fill('You asked for **light**.');
  await pm.getByRole('checkbox', { name: new RegExp(title) }).check();
  await pm.getByRole('button', { name: 'Save' }).click();
  await expect(pm).toHaveURL(/\/staff\/releases\/[0-9a-f-]{36}/);
  await pm.getByRole('button', { name: 'Publish…' }).click();
  await pm.getByRole('button', { name: 'Publish and notify' }).click();
  await pm.getByRole('link', { name: 'View published page' }).click();
  await expect(pm).toHaveURL(/\/en\/releases\/foxtail-clip-9-/);
  const release = new URL(pm.url()).pathname;

  const guest = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await expect.poll(async () => (await request.get(release)).status(), { timeout: 15_000 }).toBe(200);
  await guest.goto(release);
  const thanks = guest.getByRole('region', { name: 'Thanks to' });
  await expect(thanks.getByRole('link', { name: 'Juno Park' })).toHaveAttribute('href', '/en/u/juno');
  await expect(thanks.getByRole('link', { name: title })).toHaveAttribute('href', thread);
  await expect.poll(async () => (await request.get(thread)).text(), { timeout: 15_000 }).toContain(release);

  for (const [page, words] of [
    [fan, /Your idea “.*” shipped in Foxtail Clip/],
    [owner, /which you voted for, shipped in Foxtail Clip/],
  ] as const) {
    await expect(async () => {
      await page.goto('/en/notifications');
      await expect(page.getByText(words).first()).toBeVisible({ timeout: 1_500 });
    }).toPass({ timeout: 40_000 });
  }
});

test("a reply becomes its author's idea, quoted and linked", async ({ browser }) => {
  test.slow();
  const words = `It should also beep twice ${Date.now()}`;
  const owner = await visit(browser, 'owner');
  await owner.goto('/en/boards/lounge');
  await owner.getByRole('link', { name: 'Say hello and tell us what you are listening to' }).first().click();
  await expect(owner).toHaveURL(/\/en\/t\/\d+\//);
  const thread = new URL(owner.url()).pathname;
  await owner.locator('textarea[name=body]').last().fill(words);
  await owner
    .getByRole('button', { name: /^(reply|send|answer|post)/i })
    .last()
    .click();
  await expect(owner.getByText(words).first()).toBeVisible();
  const anchor = await owner.locator('[id^="post-"]').filter({ hasText: words }).last().getAttribute('id');

  const mod = await visit(browser, 'mod');
  await mod.goto(`/en/staff/triage/make?post=${encodeURIComponent(`${thread}#${anchor}`)}`);
  await mod.getByLabel('Product').selectOption({ label: 'Foxtail Hearth' });
  await mod.getByLabel('Title').fill('Let the Hearth beep twice');
  await mod.getByRole('button', { name: 'Turn into an idea' }).click();
  await expect(mod.getByText('It’s already an idea')).toBeVisible();
  await mod.getByRole('link', { name: 'View it' }).click();
  await expect(mod.getByRole('heading', { level: 1 })).toHaveText('Let the Hearth beep twice');
  await expect(mod.locator('blockquote').filter({ hasText: words })).toBeVisible();
  await expect(mod.locator(`a[href*="${anchor}"]`).first()).toBeVisible();
  await mod.goto('/en/staff/releases');
  await expect(mod.getByRole('heading', { level: 1 })).not.toHaveText('Releases');
});

test("an owner's answer joins an idea, and the queue moves on", async ({ browser }) => {
  test.slow();
  const pm = await visit(browser, 'pm');
  await pm.goto('/en/staff/triage?show=voices');
  const words = await pm.getByRole('article').first().locator('blockquote').innerText();
  await pm.getByRole('link', { name: 'Follow up' }).first().click();
  await expect(pm).toHaveURL(/\/triage\/voices\//);
  await expect(pm.locator('blockquote').filter({ visible: true })).toHaveText(words);
  await pm.getByRole('button', { name: 'Link to the idea' }).click();
  await expect(pm.getByText('Please fill this in').first()).toBeVisible();
  await pm.getByRole('radio', { name: /A case that closes with a click/ }).check();
  await pm.getByRole('button', { name: 'Link to the idea' }).click();
  await expect(pm.getByText('This answer has been handled')).toBeVisible();
  await pm.getByRole('link', { name: 'A case that closes with a click' }).click();
  await expect(pm.getByText(words).filter({ visible: true })).toBeVisible();
  await pm.goto('/en/staff/triage?show=voices');
  await expect(pm.getByRole('heading', { level: 1 })).toHaveText('Triage');
  await expect(pm.getByText(words)).toHaveCount(0);
});

test('a guest reads the ideas without scripts and is led to sign in when voting', async ({ browser }) => {
  const silent = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await silent.goto('/zh/ideas');
  await silent.getByRole('link', { name: '已计划', exact: true }).click();
  await expect(silent).toHaveURL('/zh/ideas/all/planned');
  await expect(silent.getByRole('link', { name: 'A case that closes with a click' })).toBeVisible();
  expect((await silent.goto('/en/ideas/no-such-product'))?.status()).toBe(404);
  expect((await silent.goto('/en/releases/no-such-release'))?.status()).toBe(404);
  const guest = await (await browser.newContext()).newPage();
  await guest.goto('/en/ideas');
  await guest
    .getByRole('button', { name: /\bVote for/ })
    .first()
    .click();
  await expect(guest).toHaveURL(/sign-in\?next=/);
});

test('a product page lists its specifications and tags in the reader’s language', async ({ page }) => {
  await page.goto('/en/products/foxtail-hearth');
  await expect(page.getByRole('region', { name: 'Specifications' })).toContainText('Analogue line in');
  await expect(page.getByRole('list', { name: 'Tags' })).toContainText('speaker');
  await page.goto('/zh/products/foxtail-hearth');
  await expect(page.getByRole('region', { name: '规格参数' })).toContainText('模拟线路输入');
  await expect(page.getByRole('list', { name: '标签' })).toContainText('音箱');
});
