/** `npm run admin -- move --to URL`: all that a database holds into an empty one on a server, by one command. */
import { copyDatabase, countOthers, withSession, type Loaded } from '@/lib/outside/backup';

import { demoWords, voidDemoPasswords } from './demo-passwords';
import { loadedTable } from './loaded-table';
import { readMigrations } from './migrations';
import { prepareTarget } from './target-database';
import { noRows, saying } from './what-became';

type Counts = { passwords: number };

/** Copies all rows, compares both sides, and answers what was found; refuses a target that is not empty or of another version. */
export async function moveDatabase(from: string, to: string): Promise<string[]> {
  const began = performance.now();
  await prepareTarget(to, readMigrations());
  const counts: Counts = { passwords: 0 };
  const [others, loaded] = await saying(noRows, async () => [
    await withSession(from, countOthers),
    await copyDatabase(from, to, {
      before: async (client) => void (counts.passwords = await voidDemoPasswords(client)),
    }),
  ]);
  return [...loadedTable(loaded, performance.now() - began), '', ...afterwards(loaded, counts, others)];
}

function afterwards(loaded: readonly Loaded[], { passwords }: Counts, others: number): string[] {
  const files = loaded.find(({ table }) => table.schema === 'public' && table.name === 'File')?.tally.rows ?? 0;
  return [
    ...(others > 0
      ? [
          `Others are connected to the old database (${others}): what they wrote since this began was not copied. To have that too, stop them, and move again into a new database.`,
        ]
      : []),
    ...demoWords(passwords),
    'Now set DATABASE_URL to the new address, and AUTH_SECRET to the one used until now (of the embedded database: in DATA_DIR/env.json),',
    `since second factors and F-codes need it. Uploaded files (${files}) stay where they lie: keep DATA_DIR, or the bucket, as it was.`,
    'Passkeys work only at the host of PUBLIC_URL that they were added at: elsewhere their members come in by an app or a recovery code.',
  ];
}
