/** Which sections of the staff pages each role is shown, and may enter. */
import { expect, test } from './support/test';
import { contextOf, visit } from './support/visit';

test('the staff pages show each role its own sections and are a 404 to others', async ({ browser }) => {
  const rooms: Record<string, string[]> = {
    mod: ['Overview', 'Reviews', 'Reports', 'Members'],
    pm: ['Overview', 'Triage', 'Releases', 'Reviews', 'Stock', 'Products', 'Collections', 'Discounts'],
    ops: [
      ...[
        'Overview',
        'Drops',
        'Orders',
        'Stock',
        'Devices',
        'Returns',
        'Products',
        'Collections',
        'Discounts',
        'Accounting',
        'Repairs',
        'Recalls',
        'Service points',
        'Store credit',
      ],
    ],
    agent: ['Overview', 'Reviews', 'Orders', 'Devices', 'Returns', 'Repairs', 'Recalls', 'Store credit'],
    admin: [
      'Overview',
      'Triage',
      'Releases',
      'Reviews',
      'Reports',
      'Boards',
      'Drops',
      'Orders',
      'Stock',
      'Devices',
      'Returns',
      'Products',
      'Collections',
      'Discounts',
      'Accounting',
      'Repairs',
      'Recalls',
      'Service points',
      'Store credit',
      'Members',
      'Team',
      'Roles',
      'Settings',
      'Imports',
      'Pages',
      'Audit log',
    ],
  };
  for (const [who, names] of Object.entries(rooms)) {
    const page = await visit(browser, who);
    await page.goto('/en/staff');
    // Beside its name a section may have a count of what waits.
    const links = page.getByRole('navigation', { name: 'Staff pages' }).getByRole('link');
    await expect
      .poll(() => links.evaluateAll((all) => all.map((link) => link.firstElementChild?.textContent)))
      .toEqual(names);
    for (const [path, allowed] of [
      ['/en/staff/members', ['mod', 'admin']],
      ['/en/staff/audit', ['admin']],
    ] as const) {
      expect([who, path, (await page.request.get(path)).status()]).toEqual([
        who,
        path,
        (allowed as readonly string[]).includes(who) ? 200 : 404,
      ]);
    }
    await page.context().close();
  }
  const fan = await contextOf(browser, 'fan');
  for (const path of ['/en/staff', '/en/staff/members', '/en/staff/members/dex', '/en/staff/audit'])
    expect((await fan.request.get(path)).status()).toBe(404);
});

test('the command palette goes to a section, and asks a list for words', async ({ browser }) => {
  const page = await visit(browser, 'ops');
  await page.goto('/en/staff');
  const field = page.getByRole('combobox', { name: 'Find or do something' });
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  // What this role may not open is not offered.
  await field.fill('member');
  await expect(page.getByRole('option', { name: 'Members' })).toHaveCount(0);
  await field.fill('Priya');
  await page.getByRole('option', { name: 'Search Orders for “Priya”' }).click();
  await expect(page).toHaveURL(/\/en\/staff\/orders\?q=Priya$/);
  await page.keyboard.press('Control+k');
  await field.fill('plan');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/staff\/drops\/new$/);
  await page.context().close();
});
