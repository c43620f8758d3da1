/** Addresses of an old shop and forum, and the table in which staff keep others. */
import { expect, test } from './support/test';
import { visit } from './support/visit';
import { one, sql } from './support/world';

test('staff keep redirects by hand and by file, and old addresses lead to their pages', async ({
  browser,
  request,
}) => {
  const led = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    return [answer.status(), answer.headers().location];
  };
  await sql(`DELETE FROM "Redirect" WHERE "fromPath" LIKE '/e2e%'`);
  const page = await visit(browser, 'admin');
  await page.goto('/en/staff/settings/redirects');
  await page.getByLabel('Old address').fill('/e2e/Story');
  await page.getByLabel('Leads to').fill('/E2E/story/');
  await page.getByRole('button', { name: 'Add redirect' }).click();
  await expect(page.getByText('This would lead back to where it starts.')).toBeVisible();
  await page.getByLabel('Leads to').fill('/en/boards');
  await page.getByRole('button', { name: 'Add redirect' }).click();
  await expect(page.getByRole('link', { name: '/e2e/story' })).toBeVisible();
  await expect.poll(() => led('/E2E/story/?utm_source=old&page=2')).toEqual([301, '/en/boards?utm_source=old']);

  await page.getByRole('link', { name: 'Import CSV' }).click();
  const text = 'Redirect from,Redirect to\n/e2e/story,/en/ideas\n/e2e/two,https://other.example/\n/en/boards,/zh\n';
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'redirects.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Check file' }).click();
  await expect(page.getByText('One redirect is added, 1 changed, 0 already there, 1 refused.')).toBeVisible();
  await expect(page.getByText('This site uses this address itself, so it can’t be redirected.')).toBeVisible();
  expect(await led('/e2e/two')).toEqual([404, undefined]);
  await page.getByRole('button', { name: 'Import 2 redirects' }).click();
  await expect(page.getByText('Redirects imported')).toBeVisible();
  await expect.poll(() => led('/e2e/story')).toEqual([301, '/en/ideas']);
  await expect.poll(() => led('/e2e/two')).toEqual([301, 'https://other.example/']);

  await page.goto('/en/staff/settings/redirects?q=e2e/TWO');
  await page.getByRole('link', { name: '/e2e/two' }).click();
  await page.getByText('Delete redirect').first().click();
  await page.getByRole('button', { name: 'Delete redirect' }).click();
  await expect(page).toHaveURL(/\/redirects$/);
  await expect.poll(() => led('/e2e/two')).toEqual([404, undefined]);

  const handle = await one(`SELECT "handle" FROM "Product" WHERE "status" = 'ACTIVE' LIMIT 1`);
  expect(await led(`/collections/all/products/${handle}`)).toEqual([301, `/en/products/${handle}`]);
  expect(await led('/latest')).toEqual([301, '/en/boards']);
  expect(await led('/products/no-such-thing')).toEqual([404, undefined]);
  await sql(`DELETE FROM "Redirect" WHERE "fromPath" LIKE '/e2e%'`);
});
