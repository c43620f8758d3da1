/** The colour that a page is known by: of what it names for browsers, then of what its style sheet calls so. */

const named = /--[\w-]*(?:brand|primary|accent|theme|button)[\w-]*\s*:\s*([^;}]{3,60})/gi;

/** The first colour of a page that is one: no white, no black, no grey. Null where it names none. */
export function colourIn(given: string[], styles: string): string | null {
  const listed = [...styles.matchAll(named)].slice(0, 200).map(([, value]) => value!);
  for (const each of [...given, ...listed]) {
    const hex = hexOf(each);
    if (hex && isColourful(channelsOf(hex))) return hex;
  }
  return null;
}

/** A colour as CSS writes it, as `#rrggbb`; null for what is none of hex, rgb(), or the three numbers that some themes keep. */
export function hexOf(text: string): string | null {
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
