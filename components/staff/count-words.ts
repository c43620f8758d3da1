import { countsTo } from '@/lib/core/dashboard';

/** A count that stops at a hundred, as it is shown. */
export function countWords(count: number): string {
  return count >= countsTo ? `${countsTo - 1}+` : String(count);
}
