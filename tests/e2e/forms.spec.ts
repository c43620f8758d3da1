/** What every form promises: no word is lost with the network, and what follows an outcome happens once. */
import { expect, test } from './support/test';
import { visit } from './support/visit';
import { sql } from './support/world';

test('a form stays as it was typed when the network is lost, and is sent again from there', async ({ browser }) => {
  const fan = await visit(browser, 'fan');
  await fan.goto('/en/account');
  await fan.getByLabel('About you').fill('Written in a tunnel.');
  await fan.context().setOffline(true);
  await fan.getByRole('button', { name: 'Save profile' }).click();
  await expect(fan.getByText('You’re offline, so nothing was sent.', { exact: false })).toBeVisible();
  await expect(fan.getByLabel('About you')).toHaveValue('Written in a tunnel.');
  await fan.context().setOffline(false);
  await fan.getByRole('button', { name: 'Save profile' }).click();
  await expect(fan.getByText('Saved.')).toBeVisible();
  await expect(fan.getByLabel('About you')).toHaveValue('Written in a tunnel.');
});

for (const anew of [false, true])
  test(`what is typed while the scripts of a page are on their way stays${anew ? ' where its part is drawn anew' : ''}`, async ({
    browser,
  }) => {
    const fan = await visit(browser, 'fan');
    let come = () => {};
    const scripts = new Promise<void>((resolve) => (come = resolve));
    await fan.route('**/_next/static/**/*.js', async (route) => {
      await scripts;
      await route.continue();
    });
    await fan.goto('/en/account', { waitUntil: 'domcontentloaded' });
    const [name, bio] = [fan.locator('input[name="name"]'), fan.locator('textarea[name="bio"]')];
    const called = await name.inputValue();
    await name.fill(`${called} the Early`);
    await bio.click();
    await bio.press('Control+a');
    await fan.keyboard.type('Typed before the script.');
    for (let letter = 0; letter < 'script.'.length; letter++) await bio.press('ArrowLeft');
    // React does this where an update reaches a part of the page before it has been taken over.
    if (anew)
      await bio.evaluate((field: HTMLTextAreaElement) => {
        const { form } = field;
        form!.outerHTML = String(form!.outerHTML);
      });
    come();
    await fan.waitForFunction(() =>
      Object.keys(document.querySelector('textarea[name="bio"]')!).some((key) => key.startsWith('__reactProps')),
    );
    await fan.waitForTimeout(500);
    if (!anew) await fan.keyboard.type('first ');
    await expect(bio).toHaveValue(anew ? 'Typed before the script.' : 'Typed before the first script.');
    await expect(bio).toBeFocused();
    await expect(name).toHaveValue(`${called} the Early`);
  });

test('after a thread was posted, Back leads back, and the next thread begins on an empty page', async ({ browser }) => {
  const title = `Posted once and only once ${Date.now()}`;
  const owner = await visit(browser, 'owner');
  await owner.goto('/en/boards/lounge');
  await owner.getByRole('link', { name: 'Start a thread' }).click();
  await owner.getByLabel('Title').fill(title);
  await owner.getByLabel('Your post').fill('Something to talk about.');
  await owner.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(owner).toHaveURL(/\/en\/t\/\d+/);
  await owner.getByRole('link', { name: 'Lounge' }).first().click();
  await expect(owner).toHaveURL(/\/boards\/lounge/);
  await owner.getByRole('link', { name: 'Start a thread' }).click();
  await expect(owner.getByLabel('Title')).toHaveValue('');
  await owner.waitForTimeout(500);
  await expect(owner).toHaveURL(/\/en\/new/);
  await owner.goBack();
  await expect(owner).toHaveURL(/\/boards\/lounge/);
  expect(await sql('SELECT 1 FROM "Thread" WHERE "title" = $1', [title])).toHaveLength(1);
});

test('opening a notification marks it as read, and only that one', async ({ browser }) => {
  const owner = await visit(browser, 'owner');
  const [member] = await sql(`SELECT "id" FROM "Member" WHERE "email" = 'owner@demo.millet'`);
  await sql(`UPDATE "Notification" SET "readAt" = NULL WHERE "memberId" = $1`, [member!.id]);
  const unread = async () =>
    (await sql(`SELECT 1 FROM "Notification" WHERE "memberId" = $1 AND "readAt" IS NULL`, [member!.id])).length;
  const before = await unread();
  await owner.goto('/en/notifications');
  await owner.getByRole('list', { name: 'Notifications' }).getByRole('link').first().click();
  await expect.poll(unread).toBe(before - 1);
});
