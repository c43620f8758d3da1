import { test as plain } from '@playwright/test';

export { expect } from '@playwright/test';

/** Playwright's test, but windows that a test opened by itself are closed after it: a page left open keeps its stream and its share of the machine. */
export const test = plain.extend<{ closeWindows: void }>({
  closeWindows: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use();
      await Promise.all(
        browser
          .contexts()
          .filter((context) => !before.has(context))
          .map((context) => context.close()),
      );
    },
    { auto: true },
  ],
});
