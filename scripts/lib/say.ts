import { cleanText } from '../../lib/core/sanitize/clean-text';

/** Words on the terminal, in the voice of the scripts. */
export function say(words: string): void {
  process.stdout.write(`${cleanText(words)}\n`);
}

/** An error that its reader can act upon: printed without a stack. */
export class Trouble extends Error {}
