import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { Page } from '@playwright/test';

import { expect, test } from './support/test';
import { visit } from './support/visit';
import { claimOver, openIn } from './support/world';

const address = {
  name: 'Lin Wei',
  line1: '5 Mill Lane',
  line2: '',
  city: 'Leeds',
  region: '',
  postcode: 'LS1 4AP',
  country: 'GB',
  phone: '+44 113 496 0000',
};

const product = { handle: 'harbour-work-shirt', title: 'Harbour Work Shirt' };
const wish = `Let the sleeves be rolled up ${Date.now()}`;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test('the sample files come in by the commands, and change nothing the second time', async ({ request }) => {
  for (let time = 0; time < 2; time += 1) {
    expect(
      await run('import:shopify', 'tests/fixtures/shopify/knitwear.csv', 'tests/fixtures/shopify/pottery.csv'),
    ).toBe('imported 40 products, 43 variants; 0 rows refused');
    expect(await run('import:discourse', 'tests/fixtures/discourse/workshop')).toBe(
      'imported 1 threads, 4 posts, 24 members; 3 records refused',
    );
  }
  await expect
    .poll(async () => (await request.get(`/en/products/${product.handle}`)).text(), { timeout: 30_000 })
    .toContain(product.title);
  const sitemap = await (await request.get('/sitemap.xml/products')).text();
  expect(sitemap).toContain(`/zh/products/${product.handle}</loc>`);
  expect(sitemap).toContain('hreflang="zh-CN"');
});

test('an imported product sells out in a drop, through the browser and over HTTP', async ({ browser, request }) => {
  const slug = await scheduleDrop(await visit(browser, 'ops'));
  const phase = async () => ((await (await request.get(`/api/drops/${slug}/state`)).json()) as { phase: string }).phase;
  await openIn(slug, 1);
  await expect.poll(phase, { timeout: 20_000, intervals: [500] }).toBe('open');
  await buyInBrowser(await visit(browser, 'fan'), slug);
  await buyOverHttp(await visit(browser, 'owner'), slug);
  await expect.poll(phase, { timeout: 20_000 }).toBe('sold-out');
  const late = await visit(browser, 'new');
  expect(
    await (await claimOver(late.context().request, { slug, ...(await firstVariant(late, slug)) })).json(),
  ).toMatchObject({ error: 'sold-out' });
});

test('an imported post becomes an idea and ships in a release', async ({ browser }) => {
  const pm = await visit(browser, 'pm');
  const sitemap = await (await pm.request.get('/sitemap.xml/threads-0')).text();
  const thread = /\/en(\/t\/\d+\/start-here[^<]*)<\/loc>/.exec(sitemap)?.[1] ?? '';
  await pm.goto(`/en/staff/triage/make?post=${encodeURIComponent(`/en${thread}#post-3`)}`);
  await pm.getByLabel(/^Product\W*$/).selectOption({ label: product.title });
  await pm.getByLabel(/^Title\W*$/).fill(wish);
  await pm.getByRole('button', { name: 'Turn into an idea' }).click();
  await pm.getByRole('link', { name: 'View it' }).click();
  await expect(pm.getByRole('heading', { level: 1 })).toContainText(wish);
  await pm.getByRole('link', { name: 'Review this idea' }).click();
  await pm.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(pm.getByText('Done. The author is being notified.')).toBeVisible();
  await release(pm);
});

test("both are found on the product's page, in both languages", async ({ page }) => {
  for (const locale of ['en', 'zh']) {
    await expect(async () => {
      await page.goto(`/${locale}/products/${product.handle}`);
      await expect(page.getByRole('link', { name: wish }).first()).toBeVisible({ timeout: 2_000 });
      await expect(page.getByRole('link', { name: /Rolled sleeves/ }).first()).toBeVisible({ timeout: 2_000 });
      await expect(page.getByText('First hundred shirts').first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
  }
  await page
    .getByRole('link', { name: /Rolled sleeves/ })
    .first()
    .click();
  await expect(page.getByText('Bram Blewitt').first()).toBeVisible();
});

async function run(script: string, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', script, '--', ...words], {
    env: process.env,
  });
  return stdout.trimEnd().split('\n').at(-1) ?? '';
}

/** Two units, at the next full minute: as soon as the form can say it. Returns the last part of the drop's address. */
async function scheduleDrop(ops: Page): Promise<string> {
  await ops.goto('/en/staff/drops/new');
  await ops.getByLabel(/^Product\W*$/).selectOption({ label: product.title });
  await ops.getByLabel(/^Title\W*$/).fill('First hundred shirts');
  await ops
    .getByRole('textbox', { name: 'Short description', exact: true })
    .fill('Imported, and sold here for the first time.');
  const opens = Date.now() + 600_000;
  await ops.getByLabel('Opens').fill(shopMinute(opens));
  await ops.getByLabel('Closes').fill(shopMinute(opens + 3_600_000));
  await ops.getByLabel('Standard').fill('2');
  await ops.getByRole('button', { name: 'Plan this drop' }).click();
  await ops.getByText('Announce…').click();
  await ops.getByRole('button', { name: 'Announce', exact: true }).click();
  const href = await ops.getByRole('link', { name: 'Public page' }).getAttribute('href');
  return href?.split('/').at(-1) ?? '';
}

// A plan is typed in the shop's time zone, which is UTC until another is chosen.
const shopMinute = (at: number) => new Date(at).toISOString().slice(0, 16);

async function buyInBrowser(fan: Page, slug: string): Promise<void> {
  await fan.goto(`/en/drops/${slug}`);
  await fan.getByRole('button', { name: /^Claim/ }).click();
  await fan.getByRole('link', { name: 'Go to checkout' }).click();
  await fan.getByLabel('Country or region').selectOption('GB');
  for (const [label, value] of [
    ['Full name', address.name],
    ['Street and number', address.line1],
    ['City', address.city],
    ['Postcode', address.postcode],
    ['Phone', address.phone],
  ] as const) {
    await fan.getByLabel(label).fill(value);
  }
  await fan.getByRole('button', { name: /^Pay/ }).click();
  await fan.waitForURL(/demo-pay/);
  await fan.getByRole('button', { name: /^Pay/ }).click();
  await fan.waitForURL(/\/en\/orders\//);
  await expect(fan.getByText('Paid', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
}

async function buyOverHttp(owner: Page, slug: string): Promise<void> {
  const { request } = owner.context();
  const claimed = await claimOver(request, { slug, ...(await firstVariant(owner, slug)) });
  expect(claimed.status()).toBe(201);
  const { claimId } = (await claimed.json()) as { claimId: string };
  const placed = await request.post('/api/checkout', { data: { ...address, line1: '7 Mill Lane', claimId } });
  expect(placed.status()).toBe(201);
  const { orderNumber, payUrl } = (await placed.json()) as { orderNumber: string; payUrl: string };
  await request.post(`${new URL(payUrl, owner.url()).pathname}/pay`, { form: { outcome: 'success' }, maxRedirects: 0 });
  await owner.goto(`/en/orders/${orderNumber}?returned=1`);
  await expect(owner.getByText('Paid', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
}

async function firstVariant(page: Page, slug: string): Promise<{ variantId: string }> {
  const { variants } = (await (await page.context().request.get(`/api/drops/${slug}/state`)).json()) as {
    variants: { variantId: string }[];
  };
  return { variantId: variants[0]!.variantId };
}

async function release(pm: Page): Promise<void> {
  await pm.goto(`/en/staff/releases/new?product=${product.handle}`);
  await pm.getByLabel('Version').fill('2.0');
  await pm.getByLabel(/^Title\W*$/).fill('Rolled sleeves');
  await pm.getByLabel(/^Notes\W*$/).fill('The sleeves may be rolled up now.');
  await pm.getByRole('checkbox', { name: new RegExp(wish) }).check();
  await pm.getByRole('button', { name: 'Save', exact: true }).click();
  await pm.getByRole('button', { name: 'Publish…' }).click();
  await pm.getByRole('button', { name: 'Publish and notify' }).click();
  await pm.getByRole('link', { name: 'View published page' }).click();
  await expect(pm).toHaveURL(/\/en\/releases\/harbour-work-shirt-2-0/);
}
