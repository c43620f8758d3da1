import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/test';
import { visit } from './support/visit';

test('an owner reviews what they own, everybody reads it on the product’s page, and staff answer it', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const owner = await visit(browser, 'hana');
  await owner.goto('/en/reviews/foxtail-air');
  await owner.getByRole('radio', { name: /^4 stars/ }).check({ force: true });
  await owner.getByLabel('Title').fill('Small and honest');
  await owner.getByLabel('Your review').fill('They came on Tuesday and I have not taken them out since.');
  await owner.getByLabel('What’s good').fill('Small\nHonest sound');
  await owner.getByRole('button', { name: /^(Publish|Save) review$/ }).click();
  await expect(owner.getByRole('button', { name: 'Save review' })).toBeVisible();

  const reader = await (await browser.newContext()).newPage();
  await readsWithin(reader, '/en/products/foxtail-air', reader.getByRole('heading', { name: 'Small and honest' }));
  await reader.getByRole('link', { name: /^See all \d+ reviews$/ }).click();
  await expect(reader).toHaveURL(/\/products\/foxtail-air\/reviews$/);
  await reader.getByRole('link', { name: /^4 ★/ }).click();
  await expect(reader.getByRole('heading', { name: 'Small and honest' })).toBeVisible();
  await expect(reader.getByRole('heading', { name: /lost the left side/ })).toHaveCount(0);

  const agent = await visit(browser, 'agent');
  await agent.goto('/en/staff/reviews?q=honest');
  await agent.getByRole('link', { name: 'Small and honest' }).click();
  await agent.getByRole('textbox', { name: 'Answer' }).fill('Thank you, Hana. We hear that a lot about Tuesdays.');
  await agent.getByRole('button', { name: /^(Publish|Save) answer$/ }).click();
  await expect(agent.getByRole('button', { name: 'Save answer' })).toBeVisible();
  const answer = reader.getByText('We hear that a lot about Tuesdays.');
  await readsWithin(reader, '/en/products/foxtail-air/reviews', answer);
});

// Public pages follow what others write within seconds: whoever opens one at the same moment may be given the one of before.
async function readsWithin(reader: Page, address: string, words: Locator): Promise<void> {
  await expect(async () => {
    await reader.goto(address);
    await expect(words).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
}
