/**
 * How many entries of the menu have room in the header. The document is the same for everybody and needs no scripts, so nobody measures:
 * widths are estimated from the characters, for the narrowest window of each of the two layouts.
 */

// Widths of characters in hundredths of an em, those of Inter at weight 500; an accent adds none. Others are as wide as any letter.
const measured = {
  25: 'ijl',
  27: 'I ',
  30: "!,.:;’'·",
  35: 't|',
  38: 'f()/[]\\',
  40: 'r',
  42: '1',
  46: '-_{}',
  49: '“”"^',
  54: 's–*?',
  56: 'kxz',
  58: 'Javcy7L',
  60: 'Feohnu5E',
  63: 'bdgpq23689',
  66: 'PZRST0$&B4#<=>+~',
  71: 'KXYAVD',
  74: 'CHUG',
  77: 'NOQ',
  84: 'w',
  90: 'mM',
  100: 'W@%—…',
};
const widths = new Map(
  Object.entries(measured).flatMap(([width, each]) => [...each].map((one) => [one, +width / 100])),
);
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\u200d]/u, 0],
  [/\p{Extended_Pictographic}/u, 1.4],
  [/[\u0250-\u{10ffff}]/u, 1],
];

function widthOf(character: string): number {
  const [base = ''] = character.normalize('NFD');
  return widths.get(base) ?? kinds.find(([kind]) => kind.test(base))?.[1] ?? 1;
}

/** The size of the header’s words in rem, and of the brand’s name, whose own face is not wider. */
const size = { entry: 0.9375, name: 1.3125 };

/** More of an entry or of the brand’s name is cut in the header; in rem. */
const longest = { entry: 12, name: 10 };

/** The room for the brand’s name and the entries in rem, and what is on both sides of each entry, in windows of 1024 and of 1280 pixels. */
const layouts = { narrow: { room: 30.75, beside: 1 }, wide: { room: 40, beside: 1.5 } } as const;

/** The sign beside the word of the fold. */
const sign = 1.25;

/** How many entries, from the first on, are shown in the header; the others fold. */
export type Fit = Record<keyof typeof layouts, number>;

/** How many of these entries have room in the header beside the name of the brand, and beside a fold called `more` where not all have. */
export function fit(entries: readonly { text: string }[], { more, name }: { more: string; name: string }): Fit {
  const taken = entries.map(({ text }) => Math.min(longest.entry, widthIn(size.entry, text)));
  const folded = widthIn(size.entry, more) + sign;
  const left = ({ room }: { room: number }) => room - Math.min(longest.name, widthIn(size.name, name));
  const wide = fitIn(left(layouts.wide), layouts.wide.beside, taken, folded);
  // Very many short entries have more room between narrower gaps; what folds in a wide window folds in a narrow one too.
  return { narrow: Math.min(wide, fitIn(left(layouts.narrow), layouts.narrow.beside, taken, folded)), wide };
}

function fitIn(room: number, beside: number, taken: readonly number[], folded: number): number {
  if (taken.reduce((sum, width) => sum + width + beside, 0) <= room) return taken.length;
  let left = room - folded - beside;
  const over = taken.findIndex((width) => (left -= width + beside) < 0);
  return over < 0 ? taken.length : over;
}

const widthIn = (rem: number, text: string): number => [...text].reduce((sum, one) => sum + rem * widthOf(one), 0);
