import { cleanText } from '../../lib/core/sanitize/clean-text';

/** Words on the terminal, in the voice of the scripts. */
export function say(words: string): void {
  process.stdout.write(`${cleanText(words)}\n`);
}

/**
 * One line as a terminal may show it: what it quotes from a file or a database of somebody else can neither break the line nor give the
 * terminal a command.
 */
export const printable = (line: string): string => cleanText(line).replaceAll(/\s*\n\s*/g, ' ');

/** An error that its reader can act upon: printed without a stack. */
export class Trouble extends Error {}
