import type { Browser, Page } from '@playwright/test';

import { expect } from './test';
import { visit } from './visit';
import { one } from './world';

/** The buyer of an order withdraws from one piece of it; staff count it in and pay it back. Answers what was refunded, in minor units. */
export async function giveBack(browser: Browser, buyer: Page, number: string): Promise<number> {
  await buyer.goto(`/en/orders/${number}`);
  await buyer.getByRole('link', { name: 'Withdraw from contract here' }).click();
  await buyer.getByLabel(/Oat/).fill('1');
  await buyer.getByRole('button', { name: 'Confirm withdrawal' }).click();
  await expect(buyer.getByText('Approved', { exact: true })).toBeVisible({ timeout: 30_000 });

  const agent = await visit(browser, 'agent');
  await agent.goto('/en/staff/returns?view=coming');
  await agent.getByRole('link', { name: new RegExp(number) }).click();
  await agent.getByLabel('Condition').selectOption('OPENED');
  await agent.getByRole('button', { name: 'Save the count' }).click();
  await agent.getByRole('button', { name: 'Close the return' }).click({ timeout: 30_000 });
  await expect(agent.getByText('Closed').first()).toBeVisible({ timeout: 30_000 });
  const refund = `SELECT f."amountMinor" FROM "Refund" f JOIN "Return" r ON r."refundId" = f."id" JOIN "Order" o ON o."id" = r."orderId" WHERE o."number" = $1`;
  return Number(await one(refund, [number]));
}
