/** Which sections of the staff pages each role is shown, and may enter. */
import { expect, test } from './support/test';
import { contextOf, visit } from './support/visit';

test('the staff pages show each role its own sections and are a 404 to others', async ({ browser }) => {
  const rooms: Record<string, string[]> = {
    mod: ['Overview', 'Reports', 'Members'],
    pm: ['Overview', 'Triage', 'Releases', 'Products'],
    ops: ['Overview', 'Drops', 'Orders', 'Products'],
    agent: ['Overview', 'Orders'],
    admin: [
      'Overview',
      'Triage',
      'Releases',
      'Reports',
      'Boards',
      'Drops',
      'Orders',
      'Products',
      'Members',
      'Team',
      'Roles',
      'Settings',
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
