/** The last words of a refusal: what has become of the database until then. */
import { CopyRefused, inWords } from '@/lib/outside/backup';

import { Trouble } from './say';

export const untouched = 'Nothing was changed.';
export const noRows = 'The target holds no rows: the same command can be given again.';
export const asBefore = 'Nothing in the database was changed.';

/** Runs a step; what it refuses ends with these words, and what a disk or a server answers is said in words too. */
export async function saying<T>(words: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const said = error instanceof Trouble ? new CopyRefused('version', `${error.message}.`) : inWords(error);
    throw said instanceof CopyRefused && said.code !== 'unsure'
      ? new CopyRefused(said.code, `${said.message} ${words}`)
      : said;
  }
}
