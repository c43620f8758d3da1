/** The address of the page that is not there, in a language: one for all that is turned off, which Next keeps. */
export const missingPage = (locale: string): string => `/${locale}/_`;

/** Whether a path is that address. */
export const isMissingPage = (path: string): boolean => path === missingPage('en') || path === missingPage('zh');
