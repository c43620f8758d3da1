/** What is typed before a page's scripts listen goes back to the field that it was meant for, and to no other. */
import type { Page } from '@playwright/test';

import { keepEarlyWords } from '@/components/shell/early-words';

import { expect, test } from './support/test';

async function begin(page: Page, fields: string): Promise<void> {
  await page.route('**/early-words', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>(${keepEarlyWords.toString()})()</script><form>${fields}</form>`,
    }),
  );
  await page.goto('/early-words');
}

/** Marks every field as React does once it has taken it over, and waits until that is seen. */
async function takeOver(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const field of document.querySelectorAll('input, textarea')) Object.assign(field, { __reactProps$: {} });
  });
  await page.waitForTimeout(400);
}

test('of radio buttons that were tried one after another the last one stays', async ({ page }) => {
  await begin(page, ['1', '2'].map((value) => `<input type="radio" name="stars" value="${value}">`).join(''));
  for (const value of ['1', '2', '1']) await page.locator(`[value="${value}"]`).click();
  await takeOver(page);
  await expect(page.locator('[value="1"]')).toBeChecked();
});

test('a word that an input method is composing is not broken off', async ({ page }) => {
  await begin(page, '<textarea name="body"></textarea>');
  const [field, keys] = [page.locator('textarea'), await page.context().newCDPSession(page)];
  await field.focus();
  await keys.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await takeOver(page);
  await keys.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  await keys.send('Input.insertText', { text: '你好' });
  await page.waitForTimeout(400);
  await expect(field).toHaveValue('你好');
});

const others: [string, string, boolean][] = [
  ['of another kind', '<input type="text" name="word">', false],
  ['on another page', '<input type="password" name="word">', true],
];
for (const [where, drawn, moved] of others)
  test(`a password does not come into a field of its name ${where}`, async ({ page }) => {
    await begin(page, '<input type="password" name="word">');
    await page.locator('input').pressSequentially('secret');
    await page.evaluate(
      ([html, away]) => {
        if (away) history.pushState(null, '', '/elsewhere');
        document.querySelector('form')!.innerHTML = html;
      },
      [drawn, moved] as const,
    );
    await takeOver(page);
    await expect(page.locator('input')).toHaveValue('');
  });

test('words of a form that is drawn anew wait for it, and do not come into the one beside it', async ({ page }) => {
  await begin(page, '<p><textarea name="body"></textarea></p><textarea name="body"></textarea>');
  await page.locator('p textarea').pressSequentially('For the first');
  await page.locator('p').evaluate((part) => part.replaceChildren());
  await takeOver(page);
  await expect(page.locator('textarea')).toHaveValue('');
  await page.locator('p').evaluate((part) => (part.innerHTML = '<textarea name="body"></textarea>'));
  await takeOver(page);
  await expect(page.locator('p textarea')).toHaveValue('For the first');
  await expect(page.locator('form > textarea')).toHaveValue('');
});
