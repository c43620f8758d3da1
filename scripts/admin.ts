/** `npm run admin -- setup | list | invite EMAIL ROLE | grant EMAIL ROLE | reset-factor EMAIL`: the first administrator, and roles from the terminal. */
import { readWords } from './lib/import-words';
import { runImport } from './lib/run-import';
import { Trouble } from './lib/say';

const usage = `Usage: npm run admin -- setup               a one-time address that makes the first administrator
       npm run admin -- list                the administrators, and whether each can sign in
       npm run admin -- invite EMAIL ROLE [--language zh]    mails an invitation to the team
       npm run admin -- grant EMAIL ROLE    gives a member a role
       npm run admin -- reset-factor EMAIL  takes a lost second factor away`;

const counts: Record<string, number> = { setup: 0, list: 0, grant: 2, invite: 2, 'reset-factor': 1 };

export async function main(given: string[]): Promise<number> {
  const { places, options } = readWords(given, ['language'], usage);
  const [verb = '', ...words] = places;
  const { language = 'en' } = options;
  if (counts[verb] !== words.length || !/^(en|zh)$/.test(language)) throw new Trouble(usage);
  return runImport('scripts/lib/run-admin.ts', [verb, ...words, language]);
}
