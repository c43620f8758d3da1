/** Windows of the demo's people, who signed in a while ago: the form itself is the matter of members.spec and sessions.spec. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';

import { sessionOf } from './world';

/** A browser of its own for one person; `who` is what stands before @demo.millet. */
export async function contextOf(
  browser: Browser,
  who: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await signIn(context, who);
  return context;
}

export const visit = async (browser: Browser, who: string, options: BrowserContextOptions = {}): Promise<Page> =>
  (await contextOf(browser, who, options)).newPage();

/** Makes somebody else of who uses a browser. */
export async function signIn(context: BrowserContext, who: string): Promise<void> {
  await context.clearCookies();
  await context.addCookies([{ ...(await sessionOf(who)), url: process.env.E2E_ADDRESS! }]);
}
