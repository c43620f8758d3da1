import { z } from 'zod';

import { cleanText } from './sanitize/clean-text';

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]/gu;
// Every dash, the minus signs, and the long-vowel mark that Japanese keyboards write for one.
const DASHES = /[\p{Pd}\u2212\u02D7\u2043\u30FC\u2500\u2796]/gu;

/**
 * A short code as it was meant, however it was typed: full-width letters and digits as plain ones, no unseen characters,
 * every dash a hyphen, any white space one space. For codes, numbers and addresses that are compared, never for prose.
 */
export function asTyped(text: string): string {
  const plain = cleanText(text.replace(/\s/g, ' ')).replace(UNSEEN, '').normalize('NFKC');
  return plain.replace(UNSEEN, '').replace(DASHES, '-').replace(/\s+/g, ' ').trim();
}

/** The letters and digits of a short code in upper case, without spaces, dashes, dots and the like between them. */
export function asCode(text: string): string {
  return asTyped(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The same for codes in Crockford's alphabet, which has no O, I and L: they are taken for 0 and 1. */
export function asCrockford(text: string): string {
  return asCode(text).replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** A short code as a field, of at most so many characters once it is put in order by `as`. */
export function typed(most: number, as: (text: string) => string = asTyped) {
  return z
    .string()
    .max(1_000)
    .transform((text, ctx) => {
      const plain = as(text);
      if (plain.length > most)
        ctx.addIssue({ code: 'too_big', origin: 'string', maximum: most, inclusive: true, input: text });
      return plain;
    });
}
