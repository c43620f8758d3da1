/** What can go wrong while one writes: another member at the same browser, another's edit, a picture on its way. */
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/test';
import { signIn, visit } from './support/visit';
import { one } from './support/world';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQImWM40+FypsOFAUIBAC7OBmGjgG6UAAAAAElFTkSuQmCC';

async function startThread(page: Page, words: string): Promise<string> {
  await page.goto('/en/new?board=lounge');
  await page.getByLabel('Title').fill(`What is written at once ${Date.now()}`);
  await page.getByLabel('Your post').fill(words);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await page.waitForURL(/\/t\/\d+/);
  return new URL(page.url()).pathname;
}

async function edit(page: Page, post: Locator): Promise<void> {
  await post.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(post.getByLabel('Your post')).toBeVisible();
}

test('a draft belongs to the member who left it, not to the browser', async ({ browser }) => {
  const page = await visit(browser, 'fan');
  await page.goto('/en/new?board=lounge');
  await page.getByLabel('Title').fill('Nobody else should read this');
  await page.getByLabel('Your post').fill('Nor this');
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('Nobody else should read this');
  await signIn(page.context(), 'owner');
  await page.reload();
  await expect(page.getByRole('button', { name: /menu/i }).first()).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('');
  await expect(page.getByLabel('Your post')).toHaveValue('');
  await signIn(page.context(), 'fan');
  await page.reload();
  await expect(page.getByLabel('Your post')).toHaveValue('Nor this');
});

test('an edit never undoes another’s silently, and a draft never hides newer words', async ({ browser }) => {
  const fan = await visit(browser, 'fan');
  const address = await startThread(fan, 'Call me at 555 0123');
  const post = fan.locator('#post-1');
  await edit(fan, post);
  await post.getByLabel('Your post').fill('Call me at 555 0123, please');
  const mod = await visit(browser, 'mod');
  await mod.goto(address);
  await edit(mod, mod.locator('#post-1'));
  await mod.locator('#post-1').getByLabel('Your post').fill('Call me');
  await mod.locator('#post-1').getByLabel('Reason').fill('A phone number');
  await mod.locator('#post-1').getByRole('button', { name: 'Save' }).click();
  await expect(mod.locator('#post-1 .prose')).toHaveText('Call me');

  await post.getByRole('button', { name: 'Save' }).click();
  await expect(post.getByText('was edited while you were writing')).toBeVisible();
  await expect(post.getByLabel('The post as it is now')).toHaveValue(/Call me$/);
  await expect(post.getByLabel('Your post')).toHaveValue('Call me at 555 0123, please');
  expect(
    await one(
      `SELECT "markdown" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" WHERE t."number" = $1 AND p."number" = 1`,
      [Number(address.split('/')[3])],
    ),
  ).toBe('Call me');

  await fan.reload();
  await edit(fan, post);
  await expect(post.getByLabel('Your post')).toHaveValue('Call me');
  await expect(post.getByLabel('The post was edited after you saved this draft')).toHaveValue(
    'Call me at 555 0123, please',
  );
});

test('sending waits for a picture that is on its way, and says what is no picture', async ({ browser }) => {
  const fan = await visit(browser, 'fan');
  const address = await startThread(fan, 'Pictures, please');
  await fan.route('**/api/upload', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await fan.getByLabel('Your reply').fill('Here is my photo: ');
  await give(fan, 'paste', 'light.png', 'image/png');
  await fan.getByRole('button', { name: 'Reply', exact: true }).last().click();
  await expect(fan.getByText('will go out as soon as the picture is uploaded')).toBeVisible();
  const picture = fan.locator('#post-2 .prose img');
  await expect(picture).toHaveAttribute('src', /^\/files\//);
  await expect(fan.locator('#post-2')).not.toContainText('Uploading');
  await fan.locator('#post-2').getByRole('button', { name: 'View larger: light' }).click();
  await expect(fan.getByRole('dialog').getByRole('img')).toHaveAttribute('src', /\/files\//);
  await fan.keyboard.press('Escape');
  await expect(fan.getByRole('dialog')).toHaveCount(0);

  expect(await give(fan, 'drop', 'notes.pdf', 'application/pdf')).toBe(true);
  await expect(fan.getByText('“notes.pdf” isn’t a picture')).toBeVisible();
  expect(address).toContain('/t/');
});

/** Pastes or drops a file into the reply; whether the page took it from the browser. */
async function give(page: Page, deed: 'paste' | 'drop', name: string, type: string): Promise<boolean> {
  return page.getByLabel('Your reply').evaluate(
    (area, file) => {
      const bytes = Uint8Array.from(atob(file.png), (sign) => sign.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], file.name, { type: file.type }));
      const event =
        file.deed === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      return !area.dispatchEvent(event);
    },
    { png, deed, name, type },
  );
}

test('an idea asks first for its product', async ({ browser }) => {
  const fan = await visit(browser, 'fan');
  await fan.goto('/en/ideas');
  await fan.getByRole('link', { name: 'Share an idea' }).click();
  await expect(fan.getByRole('heading', { level: 1, name: 'Which product is it for?' })).toBeVisible();
  await fan.getByRole('link', { name: /Clip/ }).first().click();
  await expect(fan.getByLabel('Board', { exact: true })).toHaveValue(/clip/);
  await expect(fan.getByRole('radio', { name: /Idea/ })).toBeChecked();
});

test('Hebrew and Arabic are read from right to left', async ({ browser }) => {
  const fan = await visit(browser, 'fan');
  await fan.goto('/en/new?board=lounge');
  await fan.getByLabel('Title').fill('מה דעתכם על האוזניות החדשות?');
  await fan.getByLabel('Your post').fill('Hello\n\nשלום לכולם\n\n- אחת\n\n> ציטוט');
  await expect(fan.getByText('Your post *')).toBeVisible();
  const directionOf = (field: Locator) => field.evaluate((each) => getComputedStyle(each).direction);
  expect(await directionOf(fan.getByLabel('Title'))).toBe('rtl');
  await fan.getByRole('button', { name: 'Post', exact: true }).click();
  await fan.waitForURL(/\/t\/\d+/);
  await expect(fan.getByRole('heading', { level: 1 })).toContainText('האוזניות');
  expect(await directionOf(fan.getByRole('heading', { level: 1 }))).toBe('rtl');
  const second = fan.locator('#post-1 .prose p').nth(1);
  const toTheRight = await second.evaluate((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    return each.getBoundingClientRect().right - range.getBoundingClientRect().right < 2;
  });
  expect(toTheRight).toBe(true);
  expect(await directionOf(fan.locator('#post-1 .prose ul'))).toBe('rtl');
  const lines = await fan.locator('#post-1 .prose blockquote').evaluate((quote) => {
    const { borderLeftWidth, borderRightWidth } = getComputedStyle(quote);
    return [borderLeftWidth, borderRightWidth];
  });
  expect(lines).toEqual(['0px', '3px']);
});

test('a table that scrolls leaves its last column room for words', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/en/t/1');
  const cells = [
    '12',
    '30 h',
    '5 g',
    '48 kHz',
    'Works in the rain, but the left one forgets the phone after some hours',
  ];
  const seen = await page.locator('#post-1 .prose').evaluate((prose, words) => {
    prose.innerHTML = `<table><tbody><tr>${words.map((each) => `<td>${each}</td>`).join('')}</tr></tbody></table>`;
    const [table, last] = [prose.querySelector('table')!, prose.querySelector('td:last-child')!];
    return { scrolls: table.scrollWidth > table.clientWidth, width: last.clientWidth };
  }, cells);
  expect(seen.scrolls).toBe(true);
  expect(seen.width).toBeGreaterThan(160);
});
