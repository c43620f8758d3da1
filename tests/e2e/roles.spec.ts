/** A role of the brand's own, from its copy to its end, as an administrator makes it. */
import { inspect } from './support/inspect';
import { expect, test } from './support/test';
import { signIn } from './support/visit';
import { one } from './support/world';

test('an administrator copies a role, changes what it allows and deletes it', async ({ context, page }) => {
  await signIn(context, 'admin');
  await page.goto('/en/staff/roles', { waitUntil: 'load' });
  await page.getByLabel('Copy from').selectOption({ label: 'Support' });
  const copying = page.locator('form', { has: page.getByRole('button', { name: 'Copy role' }) });
  await copying.getByLabel('Name in English').fill('Night desk');
  await copying.getByLabel('Name in Chinese').fill('夜班客服');
  await copying.getByRole('button', { name: 'Copy role' }).click();
  const role = page.locator('section', { has: page.getByRole('heading', { name: 'Night desk' }) });
  await expect(role).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Night desk\s*nobody/ })).toBeVisible();

  const refund = role.getByLabel('Refund orders');
  const before = await refund.isChecked();
  await refund.setChecked(!before);
  await role.getByRole('button', { name: 'Save role' }).click();
  await expect(role.getByText('Saved. The change applies at once.')).toBeVisible();
  const kept = await one(`SELECT 'orders.refund' = ANY("permissions") FROM "StaffRole" WHERE "name" = 'Night desk'`);
  expect(kept).toBe(String(!before));
  expect(await inspect(page, { name: 'roles', address: '/en/staff/roles', locale: 'en' })).toEqual([]);

  const remove = role.getByRole('button', { name: 'Delete role' });
  await expect(remove).toBeHidden();
  await role.getByText('Delete this role…').click();
  await remove.click();
  await expect(role).toBeHidden();
  expect(await one(`SELECT count(*)::int FROM "StaffRole" WHERE "name" = 'Night desk'`)).toBe('0');
});
