import { cutTo } from './fields';
import { cleanText } from './sanitize/clean-text';

const longest = 2_000;

/** A line for a terminal that may have words of others in it: nothing in them moves the cursor, colours, or begins a line of its own. */
export function terminalLine(text: string, most = longest): string {
  const short = text.length > most ? `${cutTo(text, most)}…` : text;
  return cleanText(short).replace(/[^\S ]+/g, ' ');
}

/** The same for what has lines of its own. */
export function terminalLines(text: string): string {
  return text
    .split('\n')
    .map((line) => terminalLine(line))
    .join('\n');
}
