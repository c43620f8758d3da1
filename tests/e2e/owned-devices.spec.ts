import type { Page } from '@playwright/test';

import { expect, test } from './support/test';
import { visit } from './support/visit';
import { one } from './support/world';

/** Makes a code for the device of a page. */
async function makeCode(giver: Page): Promise<string> {
  await giver.getByRole('button', { name: 'Make a code' }).click();
  const code = (await giver.locator('code[data-secret]').textContent())!.trim();
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  return code;
}

/** Takes over the device of a code, however it is typed. */
async function takeOver(receiver: Page, code: string, serial: string): Promise<void> {
  await receiver.goto('/en/owned/receive');
  await receiver.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '));
  await receiver.getByRole('button', { name: 'Continue' }).click();
  await expect(receiver.getByText(`•••${serial.slice(-3)}`)).toBeVisible();
  await receiver.getByRole('button', { name: 'Take it over' }).click();
  await expect(receiver.getByText(serial, { exact: true })).toBeVisible();
}

test('a device is passed from one member to another by a code, and back', async ({ browser }) => {
  const [giver, receiver] = [await visit(browser, 'owner'), await visit(browser, 'new')];
  await giver.goto('/en/owned');
  await giver.getByRole('link', { name: 'See this device' }).first().click();
  await giver.waitForURL(/\/owned\/./);
  const serial = (await giver.locator('dd .font-mono:visible').first().textContent())!.trim();
  await takeOver(receiver, await makeCode(giver), serial);

  await giver.reload();
  await expect(giver.getByRole('heading', { level: 1, name: 'There’s nothing here' })).toBeVisible();
  const owner = `SELECT m."email" FROM "Ownership" o JOIN "Unit" u ON u."id" = o."unitId" JOIN "Member" m ON m."id" = o."memberId" WHERE u."serial" = $1 AND o."endedAt" IS NULL`;
  expect(await one(owner, [serial])).toBe('new@demo.millet');
  // Other tests see by this owner what owners alone may read.
  await takeOver(giver, await makeCode(receiver), serial);
  expect(await one(owner, [serial])).toBe('owner@demo.millet');
});
