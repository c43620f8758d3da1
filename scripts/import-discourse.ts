/** `npm run import:discourse -- FOLDER [--from https://forum.example]`: brings a forum from Discourse's JSON. */
import { readWords } from './lib/import-words';
import { runImport } from './lib/run-import';
import { Trouble } from './lib/say';

const usage = 'Usage: npm run import:discourse -- FOLDER [--from https://forum.example]';

export async function main(words: string[]): Promise<number> {
  const { places, options } = readWords(words, ['from'], usage);
  const [folder] = places;
  if (!folder || places.length > 1) throw new Trouble(usage);
  if (options.from && !isSite(options.from)) throw new Trouble(`${options.from} is no address of a site. ${usage}`);
  return runImport('scripts/lib/run-import-discourse.ts', [options.from ?? '', folder]);
}

function isSite(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
