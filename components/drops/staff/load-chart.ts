/**
 * Loads the library that draws charts. It makes a number format of the browser's own language as it loads, and a browser that was started
 * with the language of a POSIX system says one that is none ("en-US@posix"), at which that throws: it is read as English then.
 */
export async function loadChart(
  browser: Pick<Navigator, 'language'> = navigator,
  load = () => import('uplot').then((library) => library.default),
) {
  if (isTag(browser.language)) return load();
  Object.defineProperty(browser, 'language', { value: 'en', configurable: true });
  try {
    return await load();
  } finally {
    // The browser's own answer, which its prototype gives.
    delete (browser as { language?: string }).language;
  }
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}
