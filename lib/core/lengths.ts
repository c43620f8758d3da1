/** What a title must have: so many letters of an alphabet, or half as many characters of Chinese, Japanese or Korean. */
export const titleLength = { least: 8, most: 140 } as const;
