/** `setup | list | grant EMAIL ROLE | start terminal|log`, in the database that is ready. */
import { db, pool } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';

import { runAdmin } from './admin-verbs';

const [verb = '', ...words] = process.argv.slice(2);
try {
  process.stdout.write(`${(await runAdmin(verb, words)).join('\n')}\n`);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
  await pool.end();
}
