/** `npm run admin -- …`: the first administrator and roles from the terminal, and where the data lie. */
import { placeOf, readWords } from './lib/import-words';
import { runImport } from './lib/run-import';
import { say, Trouble } from './lib/say';

const usage = `Usage: npm run admin -- setup               a one-time address that makes the first administrator
       npm run admin -- list                the administrators, and whether each can sign in
       npm run admin -- invite EMAIL ROLE [--language zh]    mails an invitation to the team
       npm run admin -- grant EMAIL ROLE    gives a member a role
       npm run admin -- reset-factor EMAIL  takes a lost second factor away
       npm run admin -- index-search        makes anew what search finds
       npm run admin -- move --to postgresql://…   copies all data into an empty database on a server
       npm run admin -- backup-key                 a new key for BACKUP_KEY, with which backups are encrypted
       npm run admin -- backup [--to FOLDER]       one file with all data and uploaded files
       npm run admin -- restore FILE [--replace 'NAME OF THE BRAND'] [--unencrypted yes]   brings them back`;

const counts: Record<string, number> = {
  ...{ setup: 0, list: 0, grant: 2, invite: 2, 'reset-factor': 1 },
  ...{ 'index-search': 0, move: 0, backup: 0, 'backup-key': 0, restore: 1 },
};
const optionsOf: Record<string, string[]> = {
  invite: ['language'],
  move: ['to'],
  backup: ['to'],
  restore: ['replace', 'unencrypted'],
};

export async function main(given: string[]): Promise<number> {
  const { places, options } = readWords(given, ['language', 'to', 'replace', 'unencrypted'], usage);
  const [verb = '', ...words] = places;
  if (counts[verb] !== words.length || !Object.keys(options).every((name) => optionsOf[verb]?.includes(name)))
    throw new Trouble(usage);
  if (verb === 'backup-key') return tellNewKey();
  if (verb === 'restore' && process.env.DATABASE_URL?.trim() && !process.env.AUTH_SECRET?.trim())
    throw new Trouble(noSecret);
  // What is restored brings its own version.
  return runImport('scripts/lib/run-admin.ts', [verb, ...wordsOf(verb, words, options)], { bare: verb === 'restore' });
}

const noSecret = `AUTH_SECRET is missing: set the one that the backup was made under (of an embedded database: in DATA_DIR/env.json). A new one
would void every second factor and every unused F-code. Nothing was changed.`;

async function tellNewKey(): Promise<number> {
  const { makeBackupKey } = await import('../lib/outside/backup/age-file');
  say(`BACKUP_KEY=${await makeBackupKey()}`);
  return 0;
}

function wordsOf(
  verb: string,
  words: string[],
  { language = 'en', to, replace = '', unencrypted = '' }: Record<string, string>,
): string[] {
  if (!/^(en|zh)$/.test(language)) throw new Trouble(usage);
  if (verb === 'backup') return [to ? placeOf(to) : ''];
  if (verb === 'restore') return [placeOf(words[0] ?? ''), replace, unencrypted];
  if (verb !== 'move') return [...words, language];
  if (!to || !/^postgres(ql)?:\/\//.test(to) || !URL.canParse(to)) throw new Trouble(usage);
  return [to];
}
