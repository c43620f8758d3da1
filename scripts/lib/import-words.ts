/** The words after `npm run import:…`: files or a folder, and options with a value each. */
import path from 'node:path';

import { Trouble } from './say';

export type Words = { places: string[]; options: Record<string, string> };

export function readWords(words: string[], known: string[], usage: string): Words {
  const found: Words = { places: [], options: {} };
  for (let at = 0; at < words.length; at += 1) {
    const [name, joined] = (words[at] ?? '').split(/=(.*)/s, 2) as [string, string | undefined];
    if (!name.startsWith('--')) {
      found.places.push(words[at] ?? '');
      continue;
    }
    const value = joined ?? words[(at += 1)];
    if (!known.includes(name.slice(2)) || !value) throw new Trouble(usage);
    found.options[name.slice(2)] = value;
  }
  return found;
}

/** npm runs scripts in the project's folder; what people name is meant from where they stand. */
export function placeOf(given: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', given);
}
