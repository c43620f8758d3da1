/**
 * How many entries of the menu have room in the header. The document is the same for everybody and needs no scripts, so nobody measures:
 * widths are estimated from the characters, never too small, for the narrowest window of each of the two layouts.
 */

// Widths in em of the face of the header, Inter at weight 500: of each kind of character that of the widest. An accent adds none.
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\u200d]/u, 0],
  [/\p{Extended_Pictographic}/u, 1.4],
  [/[\u0250-\u{10ffff}]/u, 1.05],
  [/[fijlrtI1.,:;'!|()[\]/\\\s]/, 0.42],
  [/[mw]/, 0.9],
  [/[MW@%æÆœŒ]/, 1.01],
  [/[BEFJKLPRSTXYZ]/, 0.7],
  [/[\p{Lu}]/u, 0.78],
  [/[a-z]/, 0.63],
];
const other = 0.85;

function widthOf(character: string): number {
  const [base = ''] = character.normalize('NFD');
  return widths.find(([kind]) => kind.test(base))?.[1] ?? other;
}

/** The size of the header’s words in rem. */
const rem = 0.9375;

/** A longer entry is cut in the header; in rem. */
const longest = 12;

/** The room for entries in rem, and what stands on both sides of each, for windows of 1024 and of 1280 px. */
const layouts = { narrow: { room: 34.25, beside: 1 }, wide: { room: 38, beside: 1.5 } } as const;

/** The sign beside the word of the fold. */
const sign = 1.25;

/** How many of these entries, from the first on, stand in the header; the others fold under `more`. */
export type Fit = Record<keyof typeof layouts, number>;

/** How many of these entries have room in the header, beside a fold called `more` where not all have. */
export function fit(entries: readonly { text: string }[], more: string): Fit {
  const taken = entries.map(({ text }) => Math.min(longest, wordWidth(text)));
  const wide = fitIn(taken, more, layouts.wide);
  // Very many short entries have more room between narrower gaps; what folds in a wide window folds in a narrow one too.
  return { narrow: Math.min(wide, fitIn(taken, more, layouts.narrow)), wide };
}

function fitIn(taken: readonly number[], more: string, { room, beside }: { room: number; beside: number }): number {
  const all = taken.reduce((sum, width) => sum + width + beside, 0);
  if (all <= room) return taken.length;
  let left = room - (wordWidth(more) + sign + beside);
  const over = taken.findIndex((width) => (left -= width + beside) < 0);
  return over < 0 ? taken.length : over;
}

const wordWidth = (text: string): number => [...text].reduce((sum, character) => sum + rem * widthOf(character), 0);
