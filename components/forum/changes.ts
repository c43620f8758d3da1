import { diffArrays } from 'diff';

import { textOf } from '@/lib/core/sanitize/html-text';

export type Change = { kind: 'same' | 'added' | 'removed'; words: string };

const mostMs = 400;

/** What changed between two versions of sanitised HTML, word by word; null where that cannot be told in a moment. */
export function changesBetween(before: string, after: string): Change[] | null {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { timeout: mostMs });
  return (
    parts?.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      words: value.join(''),
    })) ?? null
  );
}

// Chinese has no spaces between words: the browser knows where they end.
function wordsOf(html: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(textOf(html))].map(
    ({ segment }) => segment,
  );
}
