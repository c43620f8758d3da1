/** The address of the page that is not there, in a language: the one that the build makes ahead, so that it costs no rendering. */
export const missingPage = (locale: string): string => `/${locale}/_`;

/** Whether a path is that address. */
export const isMissingPage = (path: string): boolean => path === missingPage('en') || path === missingPage('zh');
