/** `npm run import:discourse -- FOLDER [--from https://forum.example|none] [--boards public|staff]`: brings a forum from Discourse's JSON. */
import { readWords } from './lib/import-words';
import { runImport } from './lib/run-import';
import { Trouble } from './lib/say';

const usage = 'Usage: npm run import:discourse -- FOLDER [--from https://forum.example|none] [--boards public|staff]';

export async function main(words: string[]): Promise<number> {
  const { places, options } = readWords(
    words.map((word) => (word === '--public' ? '--boards=public' : word)),
    ['from', 'boards'],
    usage,
  );
  const [folder] = places;
  if (!folder || places.length > 1) throw new Trouble(usage);
  if (options.boards && !/^(public|staff)$/.test(options.boards)) throw new Trouble(usage);
  if (options.from && options.from !== 'none' && !isSite(options.from))
    throw new Trouble(`${options.from} is no address of a site. ${usage}`);
  return runImport('scripts/lib/run-import-discourse.ts', [options.from ?? '', folder, options.boards ?? '']);
}

function isSite(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
