export type JsonBounds = { depth: number; values: number };

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

/**
 * Whether bytes of JSON, or of what calls itself that, hold more than somebody who wrote it in earnest would say: nested deeper, or more
 * values. Counted before they are parsed, since a megabyte of brackets takes fifty of memory, or more of the stack than there is.
 */
export function beyondBounds(bytes: Uint8Array, most: JsonBounds): 'depth' | 'values' | null {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === quote) at = endOfText(bytes, at);
    else if (byte === comma) values += 1;
    else if (isOpening(byte)) {
      values += 1;
      if ((depth += 1) > most.depth) return 'depth';
    } else if (isClosing(byte)) depth -= 1;
    if (values > most.values) return 'values';
  }
  return null;
}

/** Where the text that begins at a quote ends; the end of all where it does not. */
function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(quote, from + 1); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    let before = at;
    while (bytes[before - 1] === backslash) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return bytes.length;
}

const isOpening = (byte: number) => byte === 0x5b || byte === 0x7b;
const isClosing = (byte: number) => byte === 0x5d || byte === 0x7d;
