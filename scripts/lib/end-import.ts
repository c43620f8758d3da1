/** What the programs of imports do at their end. */
import { db, pool } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { ImportStopped } from '@/lib/flows/imports/track-run';

/** What the work answers; null where another import is open or where staff stopped it on their pages, which is said, with the status 1. */
export async function ofRun<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const words = wordsFor(error);
    if (words === null) throw error;
    process.stderr.write(`\n${words}\n`);
    process.exitCode = 1;
    return null;
  }
}

function wordsFor(error: unknown): string | null {
  if (error instanceof ImportStopped) return 'It was stopped on the page of imports. Run it again to go on.';
  if (error instanceof Refused && error.code === 'import-running')
    return `Nothing was imported: ${error.message}. The page of imports (/staff/imports) shows it, and stops it.`;
  return null;
}

/** Closes the database, so that the process ends. */
export async function endImport(): Promise<void> {
  await db.$disconnect();
  await pool.end();
}
