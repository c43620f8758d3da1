/** A verb of `npm run admin` with its words, in the database that is ready. */
import { db, pool } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { CopyRefused } from '@/lib/outside/backup';

import { runAdmin } from './admin-verbs';
import { say, Trouble } from './say';

const inWords = [Refused, CopyRefused, Trouble];

const [verb = '', ...words] = process.argv.slice(2);
try {
  say((await runAdmin(verb, words)).join('\n'));
} catch (error) {
  if (!(error instanceof Error && inWords.some((kind) => error instanceof kind))) throw error;
  say(error.message);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
  await pool.end();
}
