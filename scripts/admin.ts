/** `npm run admin -- setup | list | grant EMAIL ROLE`: the first administrator, and roles from the terminal. */
import { runImport } from './lib/run-import';
import { Trouble } from './lib/say';

const usage = `Usage: npm run admin -- setup               a one-time address that makes the first administrator
       npm run admin -- list                the administrators, and whether each can sign in
       npm run admin -- grant EMAIL ROLE    gives a member a role`;

const counts: Record<string, number> = { setup: 0, list: 0, grant: 2 };

export async function main([verb = '', ...words]: string[]): Promise<number> {
  if (counts[verb] !== words.length) throw new Trouble(usage);
  return runImport('scripts/lib/run-admin.ts', [verb, ...words]);
}
