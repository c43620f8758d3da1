/** The colour that a page is known by: of what it names for browsers, then of what its style sheet calls so. */

// A name is read once, from its first hyphen on, and never further than names are long: no style sheet takes longer than its length.
const declared = /(?<![\w-])--([\w-]{1,80})\s{0,20}:([^;}]{3,60})/g;
const named = /brand|primary|accent|theme|button/i;

const most = { given: 20, listed: 200, characters: 80 };

/** The first colour of a page that is one: no white, no black, no grey. Null where it names none. */
export function colourIn(given: string[], styles: string): string | null {
  for (const each of [...given.slice(0, most.given), ...valuesIn(styles)]) {
    const hex = hexOf(each);
    if (hex && isColourful(channelsOf(hex))) return hex;
  }
  return null;
}

function valuesIn(styles: string): string[] {
  const values: string[] = [];
  for (const [, name, value] of styles.matchAll(declared)) {
    if (named.test(name!) && values.push(value!) === most.listed) break;
  }
  return values;
}

/** A colour as CSS writes it, as `#rrggbb`; null for what is none of hex, rgb(), or the three numbers that some themes keep. */
export function hexOf(text: string): string | null {
  if (text.length > most.characters) return null;
  const plain = text.trim().toLowerCase();
  const [, long, brief] = /^#(?:([0-9a-f]{6})(?:[0-9a-f]{2})?|([0-9a-f]{3})[0-9a-f]?)$/.exec(plain) ?? [];
  if (long) return `#${long}`;
  if (brief) return `#${[...brief].map((digit) => digit + digit).join('')}`;
  const numbers = /^(?:rgba?\()?\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/][^)]*)?\)?$/
    .exec(plain)
    ?.slice(1, 4)
    .map(Number);
  if (!numbers || numbers.some((each) => each > 255)) return null;
  return `#${numbers.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether a colour of red, green and blue is one: the strongest of them stands well above the weakest. */
export const isColourful = (channels: readonly number[]): boolean =>
  Math.max(...channels) - Math.min(...channels) >= 48;

const channelsOf = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
