import { randomBytes } from 'node:crypto';

/** A word that nothing else has, of letters alone: a search for a number never finds it. */
export const word = (letters = 12): string =>
  Array.from(randomBytes(letters), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
