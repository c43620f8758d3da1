import { cleanLine, firstOf } from '@/lib/core/fields';

/** How much of a search is read, in characters as people see them. */
export const longestSearch = 100;

/** How many results a page shows, and how many pages there are at most. */
export const searchPage = { results: 20, most: 10 } as const;

/** What somebody searches for, as far as it is read: one clean line in one spelling of its signs. */
export function searchText(given: string): string {
  const line = cleanLine(given.slice(0, 8 * longestSearch)).normalize('NFC');
  return firstOf(line, longestSearch)
    .slice(0, 4 * longestSearch)
    .trim();
}

/** The page that an address asks for; the first where it is none that there can be. */
export function searchPageOf(given = ''): number {
  const page = /^\d{1,2}$/.test(given) ? Number(given) : 1;
  return page >= 1 && page <= searchPage.most ? page : 1;
}
