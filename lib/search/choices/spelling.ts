/** Words that are told apart by one slip of the fingers: a letter too many, one missing, a wrong one, or two that changed places. */

const shortest = 3;
const longest = 20;
const spellable = new RegExp(`^\\p{L}{${shortest},${longest}}$`, 'u');
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of a text that can be mistyped, in the spelling in which words are compared, each once. */
export function spellableWords(text: string): string[] {
  const runs = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(runs.filter((run) => spellable.test(run) && !ideographs.test(run)))];
}

/** A text in lower case and without accents, as PostgreSQL's search_words compares it. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
}

/** A word, and what is left of it without one of its letters: two words that one slip tells apart have one of these in common. */
export function nearOf(word: string): string[] {
  const letters = [...word];
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])];
}

/** Whether one slip tells two words apart; of words of three letters, which are all near each other, only two that changed places. */
export function isOneSlip(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  if (Math.min(a.length, b.length) <= shortest && a.toSorted().join('') !== b.toSorted().join('')) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let back = 0;
  while (back < a.length - from && back < b.length - from && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  if (left.length <= 1 && right.length <= 1) return left.length + right.length > 0;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
