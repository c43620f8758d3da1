/** The characters of a text as people see them: a letter with its marks, a family of emoji. */
const characters = new Intl.Segmenter();

// Node 20 takes the square of a text's length to walk through it; short pieces are walked in no time on every version.
const piece = 512;
const longest = 8 * piece;

/** Each character of a text and where it begins, in time that grows as the text does. */
export function* charactersOf(text: string): Generator<{ segment: string; index: number }, undefined> {
  for (let from = 0, size = piece; from < text.length;) {
    const end = isPair(text, from + size) ? from + size + 1 : from + size;
    const found = [...characters.segment(text.slice(from, end))];
    // The last of a piece may go on in the next one.
    const whole = end >= text.length ? found : found.slice(0, -1);
    if (whole.length === 0 && size < longest) {
      size *= 2;
      continue;
    }
    const taken = whole.length > 0 ? whole : found;
    for (const { segment, index } of taken) yield { segment, index: from + index };
    const last = taken.at(-1)!;
    from += last.index + last.segment.length;
    size = piece;
  }
}

/** The beginning of a text, of at most so many UTF-16 units; a character as people see it, such as an emoji, is left out whole. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = Math.max(0, most - longestSeen);
  const within = characters.segment(text.slice(from, most + longestSeen)).containing(most - from)?.index ?? 0;
  const end = within > 0 ? from + within : most;
  return text.slice(0, isPair(text, end) ? end - 1 : end);
}

// What is longer than that is cut through, but never between the halves of a surrogate pair.
const longestSeen = 64;

// Half of a pair of units would end the character before it.
const isPair = (text: string, end: number) => end < text.length && (text.codePointAt(end - 1) ?? 0) > 0xffff;
