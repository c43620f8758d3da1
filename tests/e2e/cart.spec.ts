import { fillAddress } from './support/fill-address';
import { expect, test } from './support/test';
import { giveBack } from './support/give-back';
import { fillSignIn } from './support/sign-in-form';
import { visit } from './support/visit';
import { one } from './support/world';

// What stands open is everybody's, and others take from it meanwhile.
const heldBy = (email: string) =>
  one(
    `SELECT coalesce(sum(h."units"), 0) FROM "StockHold" h JOIN "Order" o ON o."id" = h."orderId" WHERE o."guestEmail" = $1 AND o."state" = 'PENDING'`,
    [email],
  );

test('a guest’s cart, an order of two lines without an account, its serials, two owned devices and the stock that they leave', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await (await browser.newContext()).newPage();
  await page.goto('/en/products/foxtail-air');
  await page.getByRole('radio', { name: /Ink/ }).check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('It’s in your cart.')).toBeVisible();
  await page.getByRole('radio', { name: /Oat/ }).check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(
    page
      .getByRole('link', { name: /2/ })
      .filter({ has: page.locator('svg') })
      .first(),
  ).toBeVisible();

  await page.goto('/en/cart');
  await expect(page.getByRole('button', { name: 'One fewer: Foxtail Air' })).toHaveCount(2);
  await page.getByRole('link', { name: 'Check out' }).click();
  // Without signing in. Not the address of one of those by whom other tests see what owners alone may read.
  await fillAddress(page);
  await page.getByLabel('Email').fill('new@demo.millet');
  await page.getByRole('button', { name: /^Pay \$/ }).click();
  await expect(page).toHaveURL(/\/demo-pay\//, { timeout: 30_000 });
  expect(await heldBy('new@demo.millet')).toBe('2');
  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(page.getByText('Thank you. It’s yours.')).toBeVisible({ timeout: 30_000 });
  await expect(page).toHaveURL(/\/en\/order\/[0-9a-f-]{36}\.[\w-]{43}$/);
  await expect(page.getByRole('link', { name: 'Create an account' })).toBeVisible();
  const number = (await page.getByRole('heading', { level: 1 }).innerText()).split(' ').at(-1)!;
  await page.goto(`/en/orders/${number}`);

  const ops = await visit(browser, 'ops');
  await ops.goto(`/en/staff/orders/${number}`);
  await ops.getByLabel('Carrier').fill('DHL');
  await ops.getByLabel('Tracking number').fill('JD014600007');
  await ops.getByLabel('Serial numbers').fill('?');
  await ops.getByRole('button', { name: 'Mark as shipped' }).click();
  await expect(ops.getByText('“?” isn’t a serial number')).toBeVisible();
  await ops.getByLabel('Serial numbers').fill('');
  // One now, the other in a parcel of its own.
  await ops.getByLabel(/Oat/).fill('0');
  await ops.getByRole('button', { name: 'Mark as shipped' }).click();
  await expect(ops.getByText('Partly shipped')).toBeVisible({ timeout: 30_000 });
  await expect(ops.getByLabel('Tracking number').last()).toHaveValue('');
  await ops.getByLabel('Carrier').last().fill('DHL');
  await ops.getByLabel('Tracking number').last().fill('JD014600008');
  await ops.getByRole('button', { name: 'Mark as shipped' }).click();
  await expect(ops.getByRole('button', { name: 'Mark as delivered' })).toHaveCount(2, { timeout: 30_000 });
  await ops.getByRole('button', { name: 'Mark as delivered' }).first().click();
  await expect(ops.getByRole('button', { name: 'Mark as delivered' })).toHaveCount(1, { timeout: 30_000 });
  await ops.getByRole('button', { name: 'Mark as delivered' }).click();
  await expect(ops.getByRole('button', { name: 'Mark as delivered' })).toHaveCount(0, { timeout: 30_000 });
  const sold = `SELECT coalesce(sum(m."units"), 0) FROM "StockMove" m JOIN "Order" o ON o."id" = m."orderId" WHERE o."number" = $1 AND m."cause" = 'SHIPPED'`;
  const owned = `SELECT count(*) FROM "Ownership" w JOIN "Order" o ON o."id" = w."orderId" WHERE o."number" = $1`;
  await expect(async () => {
    expect([await one(sold, [number]), await one(owned, [number])]).toEqual(['2', '2']);
  }).toPass({ timeout: 30_000 });
  // The order is of the account that has proved the address.
  await fillSignIn(page, 'new@demo.millet', 'millet-demo');
  await expect(page.getByRole('heading', { name: `Order ${number}` })).toBeVisible();
  await page.goto('/en/owned');
  await expect(page.getByText('Oat').first()).toBeVisible();
  // Half of what the goods cost, the shipping not: the other one is kept.
  const goods = await one(
    `SELECT sum(l."netMinor" + l."taxMinor") FROM "OrderLine" l JOIN "Order" o ON o."id" = l."orderId" WHERE o."number" = $1`,
    [number],
  );
  expect(await giveBack(browser, page, number)).toBe(Number(goods) / 2);
  await page.goto('/en/owned');
  await expect(page.getByText('Oat')).toHaveCount(0);
});
