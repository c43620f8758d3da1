/** What a shop on its own database is told when it starts: what it lacks for opening, and how its first administrator is made. */
import { missingToOpen } from '../../lib/core/settings';
import { ended, start } from './run-node';
import { say } from './say';

export async function sayFirstSteps(): Promise<void> {
  const missing = missingToOpen(process.env);
  if (missing.length > 0) say(`  Still missing before it can open (docs/settings.md): ${missing.join(', ')}\n`);
  await ended(
    start({ script: 'scripts/lib/run-admin.ts', words: ['start', process.stdout.isTTY ? 'terminal' : 'log'] }),
  );
}
