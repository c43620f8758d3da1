/**
 * `npm run import:discourse -- FOLDER [--from https://forum.example|none] [--boards public|staff] [--dry-run]`: brings a forum from
 * Discourse's JSON; `-- --api https://forum.example [--folder FOLDER] [--per-minute N] [--again] [--dry-run]`: reads it through its API first.
 */
import path from 'node:path';

import { settingProblems } from '../lib/core/settings';
import { placeOf, readWords } from './lib/import-words';
import { dataDir } from './lib/prepare';
import { runImport } from './lib/run-import';
import { Trouble } from './lib/say';

const usage = `Usage: npm run import:discourse -- FOLDER [--from https://forum.example|none] [--boards public|staff] [--dry-run]
   or: npm run import:discourse -- --api https://forum.example [--folder FOLDER] [--per-minute 55] [--again] [--dry-run]
       with the key in the environment: DISCOURSE_API_KEY (docs/importing.md says how to get one)`;
/** Discourse answers sixty requests of keys a minute, where its administrators have not said otherwise. */
const usualPace = '55';
const flags = new Map([
  ['--public', '--boards=public'],
  ['--dry-run', '--dry-run=yes'],
  ['--again', '--again=yes'],
]);

export async function main(words: string[]): Promise<number> {
  const { places, options } = readWords(
    words.map((word) => flags.get(word) ?? word),
    ['from', 'boards', 'api', 'folder', 'per-minute', 'again', 'dry-run'],
    usage,
  );
  if (options.boards && !/^(public|staff)$/.test(options.boards)) throw new Trouble(usage);
  const how = options['dry-run'] ? ['rehearse'] : [];
  if (options.api !== undefined) {
    if (places.length > 0 || options.from) throw new Trouble(usage);
    return fromApi(options.api, options, how);
  }
  const [folder] = places;
  if (!folder || places.length > 1 || ['folder', 'per-minute', 'again'].some((name) => options[name]))
    throw new Trouble(usage);
  if (options.from && options.from !== 'none' && !isSite(options.from))
    throw new Trouble(`${options.from} is no address of a site. ${usage}`);
  return runImport('scripts/lib/run-import-discourse.ts', [options.from ?? '', folder, options.boards ?? '', ...how]);
}

async function fromApi(address: string, options: Record<string, string | undefined>, how: string[]): Promise<number> {
  const site = siteOf(address);
  const pace = Number(options['per-minute'] ?? usualPace);
  if (!(Number.isInteger(pace) && pace >= 1 && pace <= 6_000)) throw new Trouble(usage);
  const problems = settingProblems(process.env).filter((problem) => problem.startsWith('DISCOURSE_'));
  if (problems.length > 0) throw new Trouble(problems.join('\n'));
  if (!process.env.DISCOURSE_API_KEY?.trim()) throw new Trouble(`DISCOURSE_API_KEY is missing. ${usage}`);
  const folder = options.folder
    ? placeOf(options.folder)
    : path.resolve(dataDir(), 'imports', site.replace(/^https:\/\//, '').replaceAll(/[^a-z0-9.-]/gi, '_'));
  const reading = ['read', `${pace}`, ...(options.again ? ['again'] : [])];
  const key = process.env.DISCOURSE_API_KEY;
  // What else is started from here on, such as the database, is not handed the key.
  delete process.env.DISCOURSE_API_KEY;
  const words = [site, folder, options.boards ?? '', ...reading, ...how];
  return runImport('scripts/lib/run-import-discourse.ts', words, { variables: { DISCOURSE_API_KEY: key } });
}

/** The forum's address without what may stand behind it. */
function siteOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.protocol !== 'https:' || url.username || url.password || url.search || url.hash)
    throw new Trouble(`${address} is no https address of a forum. ${usage}`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function isSite(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
