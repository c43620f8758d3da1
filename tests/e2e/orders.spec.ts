import type { BrowserContext, Page } from '@playwright/test';

import { fillAddress } from './support/fill-address';
import { expect, test } from './support/test';
import { visit } from './support/visit';
import { claimOver, one, openDrop } from './support/world';

async function claim(context: BrowserContext): Promise<string> {
  const answer = await claimOver(context.request, await openDrop(2));
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { claimId: string }).claimId;
}

async function toPaymentPage(page: Page): Promise<void> {
  await page.goto(`/en/checkout/${await claim(page.context())}`);
  await fillAddress(page);
  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(page).toHaveURL(/\/demo-pay\//, { timeout: 30_000 });
}

test('from a held unit to an owner: checkout, challenge, parcel, serial', async ({ browser }) => {
  test.setTimeout(180_000);
  const buyer = await visit(browser, 'new');
  await buyer.goto(`/en/checkout/${await claim(buyer.context())}`);
  await fillAddress(buyer);
  await buyer.getByLabel('Postcode').fill('12345');
  await buyer.getByRole('button', { name: /^Pay / }).click();
  await expect(buyer.getByText('That postcode doesn’t exist in that country.')).toBeVisible();
  await expect(buyer.getByLabel('Street and number')).toHaveValue('5 Mill Lane');
  await buyer.getByLabel('Postcode').fill('LS1 4AP');
  await buyer.getByRole('button', { name: 'Pay $' }).click();

  await expect(buyer.getByText('A pretend payment page')).toBeVisible({ timeout: 30_000 });
  await buyer.getByLabel('Card declined').check();
  await buyer.getByRole('button', { name: /^Pay / }).click();
  await expect(buyer.getByRole('alert').filter({ hasText: 'The card was declined' })).toBeVisible();
  await buyer.getByLabel('Bank asks to confirm').check();
  await buyer.getByRole('button', { name: /^Pay / }).click();
  await buyer.getByRole('button', { name: 'Yes, it’s me' }).click();
  await expect(buyer.getByText('Thank you. It’s yours.')).toBeVisible({ timeout: 30_000 });
  const number = /orders\/([0-9A-Z]+)/.exec(buyer.url())![1]!;

  const ops = await visit(browser, 'ops');
  await ops.goto(`/en/staff/orders/${number}`);
  await expect(ops.getByText('Mill Lane')).toHaveCount(0);
  await ops.getByLabel('Reason').last().fill('Packing the parcel');
  await ops.getByRole('button', { name: 'View personal data' }).click();
  await expect(ops.getByText('5 Mill Lane')).toBeVisible();
  expect(
    await one(`SELECT "reason" FROM "AuditEntry" WHERE "act" = 'order.read' AND "detail"->>'number' = $1`, [number]),
  ).toBe('Packing the parcel');
  await ops.getByLabel('Carrier').fill('DHL');
  await ops.getByLabel('Tracking number').fill('JD014600006');
  await ops.getByRole('button', { name: 'Mark as shipped' }).click();
  await ops.getByRole('button', { name: 'Mark as delivered' }).click({ timeout: 30_000 });
  await expect(ops.getByRole('button', { name: 'Mark as delivered' })).toHaveCount(0, { timeout: 30_000 });

  await expect(async () => {
    await buyer.reload();
    await expect(buyer.getByText('You’re the registered owner.')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(buyer.getByText('JD014600006')).toBeVisible();
  for (const [locale, name] of [
    ['en', 'Foxtail Air · '],
    ['zh', await one(`SELECT "titleZh" || ' · ' FROM "Product" WHERE "handle" = 'foxtail-air'`)],
  ] as const) {
    await buyer.goto(`/${locale}/notifications`);
    await expect(buyer.getByRole('link').filter({ hasText: 'JD014600006' })).toContainText(name);
  }
});

test('a noisy gateway is paid once, and a refund gives the unit back', async ({ browser }) => {
  test.setTimeout(120_000);
  const buyer = await visit(browser, 'fan');
  await toPaymentPage(buyer);
  await buyer.getByLabel('Noisy payment provider').check();
  await buyer.getByRole('button', { name: /^Pay / }).click();
  await expect(buyer.getByText('Thank you. It’s yours.')).toBeVisible({ timeout: 30_000 });
  const number = /orders\/([0-9A-Z]+)/.exec(buyer.url())![1]!;
  expect(
    await one(
      `SELECT count(*) FROM "OrderStep" s JOIN "Order" o ON o."id" = s."orderId" WHERE o."number" = $1 AND s."kind" = 'PAID'`,
      [number],
    ),
  ).toBe('1');

  const agent = await visit(browser, 'agent');
  await agent.goto(`/en/staff/orders/${number}`);
  await expect(agent.getByRole('button', { name: 'Mark as shipped' })).toHaveCount(0);
  await agent.getByText('Refund', { exact: true }).click();
  await agent.locator('details').getByLabel('Reason').fill('Ordered the wrong colour');
  await agent.getByRole('button', { name: /^Refund \$/ }).click();
  await expect(async () => {
    await buyer.reload();
    await expect(buyer.getByText('was refunded')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  expect(
    await one(`SELECT c."state" FROM "Claim" c JOIN "Order" o ON o."claimId" = c."id" WHERE o."number" = $1`, [number]),
  ).toBe('RELEASED');
});

test('what is somebody else’s is not there', async ({ browser }) => {
  const [fan, other] = [await visit(browser, 'fan'), await visit(browser, 'owner')];
  const claimId = await claim(fan.context());
  const number = await one(
    `SELECT "number" FROM "Order" o JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = 'lars'`,
  );
  for (const path of [
    `/en/checkout/${claimId}`,
    `/en/orders/${number}`,
    '/en/staff/orders',
    `/en/staff/orders/${number}`,
  ]) {
    await other.goto(path);
    await expect(other.getByRole('heading', { level: 1, name: 'There’s nothing here' })).toBeVisible();
    await expect(other.getByText(number)).toHaveCount(0);
  }
  const bought = await other.request.post('/api/checkout', {
    data: { claimId, name: 'X', line1: 'Y', city: 'Z', country: 'HK', phone: '+852 5550 0000' },
  });
  expect(bought.status()).toBe(404);
});

test('an owner’s answer lands in the product’s queue', async ({ browser }) => {
  const owner = await visit(browser, 'owner');
  await owner.goto('/en/owned');
  await owner.getByRole('link', { name: 'Answer' }).click();
  await owner.getByRole('button', { name: 'Send answer' }).click();
  await expect(owner.getByText('Please fill this in.').first()).toBeVisible();
  await owner.getByRole('radio', { name: 'Good', exact: true }).check({ force: true });
  await owner.getByLabel('In your own words').fill('The hook is lovely; the case could close more firmly.');
  await owner.getByRole('button', { name: 'Send answer' }).click();
  await expect(owner.getByText('Thank you. The product team has your answer.').first()).toBeVisible();
  expect(
    await one(`SELECT v."stage"::text || v."rating" FROM "OwnerVoice" v WHERE v."body" LIKE 'The hook is lovely%'`),
  ).toBe('NEW4');
});
