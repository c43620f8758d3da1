import type { Page } from '@playwright/test';

import { expect, test } from './support/test';
import { visit } from './support/visit';
import { claimOver, closeIn, openDrop, openIn } from './support/world';

const inShanghai = { timezoneId: 'Asia/Shanghai' };

// What a datetime-local field takes: a plan is typed in the shop's time zone, which is UTC, wherever its browser is.
const local = (at: number) => new Date(at).toISOString().slice(0, 16);

async function plan(ops: Page, title: string, opensAt: number, beta = 0): Promise<string> {
  await ops.goto('/en/staff/drops/new');
  await ops.getByLabel('Product').selectOption({ label: 'Foxtail Air' });
  await ops.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await ops.getByLabel('Opens').fill(local(opensAt));
  await ops.getByLabel('Closes').fill(local(opensAt + 3_600_000));
  await ops.getByLabel('Ink').fill('2');
  if (beta > 0) {
    await ops.getByText('Set units aside for groups').click();
    await ops.locator('input[name$=".BETA"]').first().fill(String(beta));
  }
  await ops.getByRole('button', { name: 'Plan this drop' }).click();
  await expect(ops.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await ops.getByText('Announce…').click();
  await ops.getByRole('button', { name: 'Announce', exact: true }).click();
  await ops.getByRole('link', { name: 'Public page' }).waitFor();
  return (await ops.getByRole('link', { name: 'Public page' }).getAttribute('href'))!;
}

test('a drop from its plan to the last unit', async ({ browser }) => {
  test.setTimeout(120_000);
  const [ops, fan, owner] = await Promise.all([
    visit(browser, 'ops', inShanghai),
    visit(browser, 'fan', inShanghai),
    visit(browser, 'owner', inShanghai),
  ]);
  const title = `Night shift ${Date.now().toString(36)}`;
  const path = await plan(ops, title, Date.now() + 600_000);
  const slug = path.split('/').at(-1)!;

  await fan.goto(path);
  await expect(fan.getByRole('timer')).toBeVisible();
  const { variants } = (await (await fan.request.get(`/api/drops/${slug}/state`)).json()) as {
    variants: { variantId: string }[];
  };
  const data = { variantId: variants[0]!.variantId };
  const early = await fan.request.post(`/api/drops/${slug}/claim`, { data });
  expect([early.status(), (await early.json()).error]).toEqual([409, 'not-open']);

  // The form plans to the minute, so the opening is drawn nearer here. Nobody reloads: the page turns by the server's clock.
  await expect(ops.getByRole('heading', { name: 'Extend wave 1' })).toBeVisible();
  const bar = ops.getByRole('region', { name: 'Live controls' });
  await expect(bar).toBeHidden();
  await openIn(slug, 6);
  await fan.getByRole('button', { name: 'Claim Ink' }).click({ timeout: 30_000 });
  await expect(fan.getByRole('heading', { name: 'We’re holding your unit' })).toBeVisible();
  await fan.reload();
  await expect(fan.getByRole('link', { name: 'Go to checkout' })).toHaveAttribute(
    'href',
    /^\/en\/checkout\/[0-9a-f-]{36}$/,
  );

  const [one, two] = await Promise.all([1, 2].map(() => claimOver(owner.request, { slug, ...data })));
  expect([one!.status(), two!.status()].toSorted()).toEqual([200, 201]);
  expect((await one!.json()).claimId).toBe((await two!.json()).claimId);

  await expect(ops.getByText('2 / 2')).toBeVisible();
  // One press stops it at once; why is said afterwards.
  await expect(bar).toBeInViewport();
  await bar.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(fan.getByRole('link', { name: 'Go to checkout' })).toBeVisible();
  await bar.getByLabel('Reason for the pause').fill('A look at the shells');
  await bar.getByRole('button', { name: 'Save reason' }).click();
  await expect(bar.getByRole('button', { name: 'Change reason' })).toBeVisible();
  await bar.getByRole('button', { name: 'Resume' }).click();
  await expect(bar.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(path);
  await expect(guest.getByRole('heading', { name: 'Sold out' })).toBeVisible();
  expect((await claimOver(guest.request, { slug, ...data })).status()).toBe(401);

  // Nobody reloads at its end either, and the figures of the page are told.
  await closeIn(slug, 1);
  await expect(guest.getByRole('heading', { name: 'This drop has ended' })).toBeVisible({ timeout: 15_000 });
  await expect(guest.getByRole('heading', { name: 'Results' })).toBeVisible({ timeout: 25_000 });

  // It can be called off after its end too, and says first what that does.
  await ops.getByRole('link', { name: 'Cancel drop…' }).click();
  await expect(ops.getByText('2 held units will be released.')).toBeVisible();
  await ops.getByLabel('Reason (buyers will see this)').fill('The shells crack in the cold.');
  await ops.getByRole('button', { name: 'Cancel drop' }).click();
  await expect(ops.getByText('The shells crack in the cold.')).toBeVisible();
  await expect(ops.getByRole('link', { name: 'Cancel drop…' })).toBeHidden();
});

test('a drop of two waves is planned without scripts: product, waves and units by ordinary requests, and a slip is refused at its field', async ({
  browser,
}) => {
  const ops = await visit(browser, 'ops', { javaScriptEnabled: false });
  await ops.goto('/en/staff/drops/new');
  await ops.getByLabel('Product').first().selectOption({ label: 'Foxtail Air' });
  await ops.getByLabel('Further waves').fill('1');
  await ops.getByRole('button', { name: 'Show variants' }).click();
  const title = `Plain post ${Date.now().toString(36)}`;
  await ops.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
  await ops.getByLabel('Opens').first().fill('2027-03-28T02:30');
  await ops.getByLabel('Closes').first().fill('2027-03-28T12:00');
  const second = ops.getByRole('region', { name: 'Wave 2' });
  await second.getByLabel('Opens').fill('2027-03-29T02:30');
  await second.getByLabel('Closes').fill('2027-03-29T12:00');
  await second.getByLabel('Ink').first().fill('6');
  await ops.getByLabel('Ink').first().fill('1e3');
  await ops.getByLabel('Oat').first().fill('4');
  await ops.getByRole('button', { name: 'Plan this drop' }).click();
  await expect(ops.getByText('Please enter a whole number from 0 to 1,000,000.')).toBeVisible();
  await expect(second.getByLabel('Opens')).toHaveValue('2027-03-29T02:30');
  await ops.getByLabel('Ink').first().fill('3');
  await ops.getByRole('button', { name: 'Plan this drop' }).click();
  await ops.goto('/en/staff/drops');
  await ops.getByRole('link', { name: title }).click();
  await expect(ops.getByText('Mar 29, 2027, 2:30 AM')).toBeVisible();
});

test('a unit that is given back is offered to who waits, and may be declined at the checkout', async ({ browser }) => {
  const [fan, owner] = await Promise.all([visit(browser, 'fan', inShanghai), visit(browser, 'owner', inShanghai)]);
  const drop = await openDrop(1);
  expect((await claimOver(fan.request, drop)).status()).toBe(201);
  await owner.goto(`/en/drops/${drop.slug}`);
  await owner.getByRole('button', { name: /^Join the waitlist for/ }).click();
  await expect(owner.getByText('You’re next.')).toBeVisible();

  await fan.goto(`/en/drops/${drop.slug}`);
  await fan.getByText('Release my unit').click();
  await fan.getByRole('button', { name: 'Release it' }).click();
  await expect(fan.getByRole('heading', { name: 'Sold out' })).toBeVisible();

  // Nobody reloads: the offer comes by itself.
  await expect(owner.getByRole('heading', { name: 'A unit came back for you' })).toBeVisible({ timeout: 15_000 });
  await owner.getByRole('link', { name: 'Go to checkout' }).click();
  await expect(owner.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
  await owner.getByText('Release my unit').filter({ visible: true }).click();
  await owner.getByRole('button', { name: 'Release it' }).click();
  await expect(owner.getByRole('heading', { name: 'You released this unit' })).toBeVisible();
  await expect(fan.getByRole('button', { name: /^Claim/ })).toBeVisible();
});

test('members are named for the units of beta testers until the wave opens', async ({ browser }) => {
  const ops = await visit(browser, 'ops', inShanghai);
  const path = await plan(ops, `Beta shift ${Date.now().toString(36)}`, Date.now() + 600_000, 2);
  const named = ops.getByRole('region', { name: 'Beta testers and staff' });
  await named.getByLabel('Members').fill('@lars, nobody-of-this-name');
  await named.getByRole('button', { name: 'Add to the list' }).click();
  await expect(named.getByText('@nobody-of-this-name')).toBeVisible();
  await expect(named.getByLabel('Members')).toHaveValue('@lars, nobody-of-this-name');
  await named.getByLabel('Members').fill('@lars');
  await named.getByRole('button', { name: 'Add to the list' }).click();
  await expect(named.getByText('Lars Nyberg').first()).toBeVisible();
  await openIn(path.split('/').at(-1)!, 3);
  await expect(named.getByText('this list is locked')).toBeVisible({ timeout: 15_000 });
  await expect(named.getByRole('button')).toHaveCount(0);
});

test('a reservation is made, changed and withdrawn', async ({ browser }) => {
  const page = await visit(browser, 'fan', inShanghai);
  await page.goto('/en/drops/clip-first-bend');
  await page.getByRole('button', { name: 'Reserve Ink' }).click();
  await expect(page.getByText('You reserved Ink')).toBeVisible();
  await page.getByRole('radio', { name: /Moss/ }).check();
  await page.getByRole('button', { name: 'Change to Moss' }).click();
  await expect(page.getByText('You reserved Moss')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel reservation' }).click();
  await expect(page.getByText('You reserved Moss')).toBeHidden();
});

test('a plan with an opening in the past is refused at its field and keeps what was typed', async ({ browser }) => {
  const ops = await visit(browser, 'ops', inShanghai);
  await ops.goto('/en/staff/drops/new');
  await ops.getByLabel('Product').selectOption({ label: 'Foxtail Air' });
  await ops.getByRole('textbox', { name: 'Title', exact: true }).fill('Yesterday once more');
  await ops.getByLabel('Opens').fill(local(Date.now() - 86_400_000));
  await ops.getByLabel('Closes').fill(local(Date.now() + 86_400_000));
  await ops.getByLabel('Ink').fill('2');
  await ops.getByRole('button', { name: 'Plan this drop' }).click();
  await expect(ops.getByText('The opening time must be in the future.')).toBeVisible();
  await expect(ops.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Yesterday once more');

  // A copy that is begun next has nothing of what was typed here.
  await ops.getByRole('link', { name: 'Drops', exact: true }).first().click();
  await ops.getByRole('link', { name: 'Clip, the first bend' }).click();
  await ops.getByRole('link', { name: 'Copy', exact: true }).click();
  await ops.waitForURL(/from=/);
  await expect(ops.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Clip, the first bend');
  await expect(ops.getByLabel('Opens').first()).toHaveValue('');
});

test('drops are read without JavaScript, in both languages', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/en/drops');
  await page.getByRole('link', { name: 'Clip, the first bend' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clip, the first bend');
  await expect(page.getByText('You need a reservation made before the drop opens.')).toBeVisible();
  // What only scripts can do says so instead of standing there dead.
  // Playwright finds no text within noscript, though the browser shows it.
  const needed = page.locator('section[aria-labelledby=stage-title] > noscript > p');
  await expect(needed).toBeVisible();
  expect(await needed.innerText()).toContain('Taking part needs JavaScript');
  await expect(page.getByRole('button', { name: /^Reserve/ })).toHaveCount(0);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}');
  expect(data).toMatchObject({ '@type': 'Event', offers: [{ '@type': 'Offer', price: '89.00' }, {}] });
  await page.goto('/en/drops/hearth-first-fire');
  await expect(page.getByText('Seed fingerprint')).toBeHidden();
  await page.getByText('Proof', { exact: true }).click();
  await expect(page.getByText('Seed fingerprint')).toBeVisible();
  await page.goto('/zh/drops');
  await expect(page.getByRole('link', { name: '狐尾 Clip 第一弯' })).toBeVisible();
});
