import type { Reading } from '@/lib/core/context';

import { isOneSlip, nearOf, plain, spellableWords } from '../choices/spelling';

const mostWords = 6;
const mostNear = 60;

/**
 * The same search with each unknown word in place of which one known word may have been meant; null where there is none. Words are
 * known of names that everybody could read once: whoever offers it looks first whether it finds anything. One statement.
 */
export async function suggestSearch({ db }: Pick<Reading, 'db'>, { q }: { q: string }): Promise<string | null> {
  const words = spellableWords(q).slice(0, mostWords);
  if (words.length === 0) return null;
  const near = words.flatMap(nearOf);
  const rows = await db.$queryRaw<{ word: string; near: string[] }[]>`
    SELECT s."word" FROM "SearchSpelling" s WHERE s."near" && ${near}::text[] ORDER BY s."word" LIMIT ${mostNear * mostWords}::int`;
  const known = rows.map(({ word }) => word);
  const meant = new Map(words.flatMap((word) => meantBy(word, known)));
  if (meant.size === 0) return null;
  return plain(q).replace(/[\p{L}\p{N}]+/gu, (word) => meant.get(word) ?? word);
}

// Of several that are as near, the one that begins alike and is as long: people seldom mistype the first letter.
function meantBy(word: string, known: readonly string[]): [string, string][] {
  if (known.includes(word)) return [];
  const likely = (other: string) => Number(other[0] === word[0]) * 2 + Number(other.length === word.length);
  const [best] = known.filter((other) => isOneSlip(word, other)).toSorted((a, b) => likely(b) - likely(a));
  return best === undefined ? [] : [[word, best]];
}
