/** The words after `npm run import:…`: files or a folder, and options with a value each. */
import path from 'node:path';
import { parseArgs } from 'node:util';

import { Trouble } from './say';

export type Words = { places: string[]; options: Record<string, string> };

export function readWords(words: string[], known: string[], usage: string): Words {
  const options = Object.fromEntries(known.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    if (Object.values(values).includes('')) throw new Trouble(usage);
    return { places: positionals, options: values as Record<string, string> };
  } catch {
    throw new Trouble(usage);
  }
}

/** npm runs scripts in the project's folder; what people name is meant from where they stand. */
export function placeOf(given: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', given);
}
