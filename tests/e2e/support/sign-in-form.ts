import type { Page } from '@playwright/test';

/** Opens a page with the sign-in form and signs in there. */
export async function signIn(page: Page, address: string, email: string, password: string): Promise<void> {
  await page.goto(address);
  await fillSignIn(page, email, password);
}

/** Fills the sign-in form of the open page, sends it and waits for what follows. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  const form = page.locator('form').filter({ has: page.getByLabel(/^password/i) });
  await form.getByLabel(/email/i).fill(email);
  await form
    .getByLabel(/^password/i)
    .first()
    .fill(password);
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await form.getByRole('button', { name: /^sign in$/i }).click();
  await answered;
  await page.waitForLoadState('load');
}
