import type { Page } from '@playwright/test';

import { expect, test } from './support/test';
import { visit } from './support/visit';

// A real 2 × 2 PNG.
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQImWM40+FypsOFAUIBAC7OBmGjgG6UAAAAAElFTkSuQmCC';

test('boards and threads are read without JavaScript, in both languages', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/en/boards/foxtail-air');
  await page.getByRole('link', { name: /Glasses, helmet, Air/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Glasses, helmet, Air');
  await expect(page.locator('#post-3')).toContainText('The order matters');
  await expect(page.getByText('Answered by 林小满')).toBeVisible();
  await page.goto('/zh/boards/zhongwen');
  await page.getByRole('link', { name: '学生党求建议：先买 Air 还是 Clip？' }).click();
  await expect(page.locator('#post-3')).toContainText('先 Clip');
});

test('a board has a feed that a reader can parse', async ({ request, page }) => {
  const answer = await request.get('/en/boards/lounge/feed.xml');
  expect(answer.headers()['content-type']).toContain('rss+xml');
  const text = await answer.text();
  await page.goto('/en/boards');
  const titles = await page.evaluate((xml) => {
    const doc = new DOMParser().parseFromString(xml, 'application/xml');
    return doc.querySelector('parsererror')
      ? ['broken']
      : [...doc.querySelectorAll('item > title')].map((each) => each.textContent);
  }, text);
  expect(titles).toContain('Say hello and tell us what you are listening to');
  expect((await request.get('/en/boards/staff-room/feed.xml')).status()).toBe(404);
});

test('a private thread is in no public document', async ({ request, browser }) => {
  const secret = 'Handover for the weekend';
  for (const path of ['/en', '/en/boards', '/en/boards/staff-room', '/zh/boards'])
    expect(await (await request.get(path)).text()).not.toContain(secret);
  const staff = await visit(browser, 'mod');
  await staff.goto('/en/inner/boards/staff-room');
  await staff.getByRole('link', { name: secret }).click();
  await expect(staff.getByRole('heading', { level: 1 })).toContainText(secret);
  const inner = new URL(staff.url()).pathname;
  const fan = await visit(browser, 'fan');
  for (const path of [inner, inner.replace('/inner', '')]) {
    const answer = await fan.goto(path);
    expect(answer?.status()).toBe(404);
    expect(await fan.content()).not.toContain(secret);
  }
});

test('a review is posted without scripts: the board first, by an ordinary request', async ({ browser }) => {
  const fan = await visit(browser, 'fan', { javaScriptEnabled: false });
  await fan.goto('/en/new');
  await expect(fan.getByRole('radio', { name: /^Review/ })).toBeDisabled();
  await fan.locator('noscript select').selectOption('foxtail-air');
  await fan.getByRole('button', { name: 'Choose this board' }).click();
  await fan.getByRole('radio', { name: /^Review/ }).check();
  await fan.locator('form:has(textarea) select').selectOption('lounge');
  const title = `Three weeks on the train ${Date.now().toString(36)}`;
  await fan.getByLabel('Title').fill(title);
  await fan.getByLabel('Your post').fill('They sit well and last the whole way.');
  await fan.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(fan.getByText('Ideas and reviews belong on a product’s board')).toBeVisible();
  await fan.locator('form:has(textarea) select').selectOption('foxtail-air');
  await fan.getByRole('button', { name: 'Post', exact: true }).click();
  await fan.locator('form:has(textarea) noscript a').click();
  await expect(fan.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(fan.getByText('Review', { exact: true })).toBeVisible();
});

test('words typed before the viewer’s answer has come are kept too', async ({ browser }) => {
  const fan = await visit(browser, 'fan');
  await fan.route('**/api/viewer?*', () => undefined);
  await fan.goto('/en/new?board=lounge');
  await fan.getByLabel('Title').fill('Typed in the first second');
  await fan.getByLabel('Your post').fill('And gone with the reload?');
  await expect(fan.getByText('Draft saved', { exact: false })).toBeVisible();
  await fan.reload();
  await expect(fan.getByLabel('Your post')).toHaveValue('And gone with the reload?');
  await expect(fan.getByLabel('Title')).toHaveValue('Typed in the first second');
});

test('a thread from its draft to its end', async ({ browser, request }) => {
  test.slow();
  const title = `Does the case light mean anything ${Date.now()}?`;
  const fan = await visit(browser, 'fan');
  await fan.goto('/en/new?board=foxtail-air');
  await fan.getByLabel('Title').fill('Short');
  await fan.getByLabel('Your post').fill('It blinks twice, then **once**.');
  await fan.reload();
  await expect(fan.getByLabel('Your post')).toHaveValue('It blinks twice, then **once**.');
  await fan.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(fan.getByText(/Please write at least 8 characters/)).toBeVisible();
  await fan.reload();
  await expect(fan.getByLabel('Your post')).toHaveValue('It blinks twice, then **once**.');
  await fan.getByLabel('Title').fill(title);
  await pastePicture(fan);
  await expect(fan.getByLabel('Your post')).toHaveValue(/!\[.*\]\(\/files\/[0-9a-f]{64}\.webp\)/);
  await fan.getByRole('button', { name: 'Preview' }).click();
  await expect(fan.locator('.prose strong')).toHaveText('once');
  await fan.getByRole('radio', { name: /Question/ }).check();
  await fan.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(fan.getByRole('heading', { level: 1 })).toHaveText(title);
  const address = new URL(fan.url()).pathname;
  const picture = await fan.locator('#post-1 .prose img').getAttribute('src');
  expect((await request.get(picture!)).headers()['cache-control']).toContain('immutable');

  const owner = await visit(browser, 'owner');
  await owner.goto(address);
  await owner.getByRole('button', { name: /Vote for this post, 0 votes/ }).click();
  await expect(owner.getByRole('button', { name: /Remove your vote, 1 vote/ })).toBeVisible();
  await owner.getByLabel('Your reply').fill('Twice is charging, once is quirkbound.');
  await owner.getByRole('button', { name: 'Reply', exact: true }).last().click();
  const reply = owner.locator('#post-2');
  await expect(reply).toContainText('quirkbound');
  await reply.getByRole('button', { name: 'More actions' }).click();
  await owner.getByRole('menuitem', { name: 'Edit' }).click();
  await reply.getByLabel('Your post').fill('Twice is charging, once is zanzibar.');
  await reply.getByRole('button', { name: 'Save' }).click();
  await expect(reply).toContainText('zanzibar');
  await reply.getByRole('button', { name: 'edited' }).click();
  await expect(owner.getByRole('dialog')).toContainText('quirkbound');

  await fan.goto(address);
  await fan.locator('#post-2').getByRole('button', { name: 'More actions' }).click();
  await fan.getByRole('menuitem', { name: 'Report' }).click();
  await fan.getByRole('dialog').getByRole('button', { name: 'Report' }).click();
  await expect(fan.getByText('A moderator will look')).toBeVisible();

  const mod = await visit(browser, 'mod');
  await mod.goto('/en/staff/reports');
  const waiting = mod.locator('article').filter({ hasText: title });
  await waiting.getByLabel('Reason').fill('Not what the light means');
  await waiting.getByRole('button', { name: 'Hide post' }).click();
  await expect(waiting).toHaveCount(0);
  await expect.poll(async () => (await request.get(address)).text(), { timeout: 5_000 }).not.toContain('zanzibar');
  const document = await (await request.get(address)).text();
  expect(document).not.toContain('quirkbound');
  expect(document).toContain('hid this post');
});

async function pastePicture(page: Page): Promise<void> {
  await page.getByLabel('Your post').evaluate((area, base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'light.png', { type: 'image/png' }));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, png);
}
