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

/** Has the device repaired from its page to its hand-over, at a price that its owner agrees to. */
async function repair(owner: Page, staff: Page, serial: string): Promise<void> {
  await owner.getByRole('link', { name: 'Ask for a repair' }).click();
  await owner.getByLabel('What’s wrong with it?').fill('It hums.');
  await owner.getByRole('button', { name: 'Ask for the repair' }).click();
  await expect(owner.getByText('We’ve received your request')).toBeVisible();
  const press = (name: string) => staff.getByRole('button', { name, exact: true }).first().click();
  await staff.goto('/en/staff/repairs');
  await staff.getByRole('link', { name: serial }).click();
  await staff.getByLabel('Answer to the owner').fill('Pack it well.');
  await press('Approve');
  await staff.getByLabel('Condition').fill('Good.');
  await staff.getByLabel('Account lock is off').check();
  await staff.getByLabel('data is wiped').check();
  await press('Save the intake');
  await staff.getByLabel('What you found').fill('Water.');
  await press('Save the diagnosis');
  await staff.getByLabel('What you’ll do').fill('A new fan.');
  await staff.getByLabel('Price').fill('49');
  const uncovered = staff.getByLabel('Why the warranty doesn’t cover it');
  if (await uncovered.isVisible()) await uncovered.fill('Water damage.');
  await press('Send the quote');
  await expect(staff.getByText('Waiting for the owner’s answer')).toBeVisible();
  await owner.reload();
  await owner.getByRole('button', { name: 'Agree to' }).click();
  await expect(owner.getByText('The price is agreed.')).toBeVisible();
  await staff.reload();
  for (const name of ['Start the work', 'Start testing', 'Passed: ready']) await press(name);
  await staff.getByLabel('How', { exact: true }).selectOption('COLLECTED');
  await staff.getByLabel('How it was paid').fill('Receipt 42');
  await press('Hand it back');
  await expect(
    staff.getByText('Nothing left to do').or(staff.getByRole('button', { name: 'Close the repair' })),
  ).toBeVisible();
  await owner.reload();
  await expect(owner.getByText('You’ve collected your device.')).toBeVisible();
}

test('a device is passed from one member to another by a code, and back, and repaired', async ({ browser }) => {
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

  await repair(giver, await visit(browser, 'ops'), serial);
});
