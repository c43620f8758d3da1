/** Makes everything ready that the program needs: generated client, database, migrations; for either kind of database. */
import { settingProblems } from '../../lib/core/settings';
import { prepareEmbedded, type Embedded } from './embedded';
import { migrate } from './migrations';
import { generateCode } from './generate';
import { say, Trouble } from './say';

export type Prepared = Embedded & { embedded: boolean };

export const dataDir = (): string => process.env.DATA_DIR?.trim() || '.data';

/** Refuses, one sentence for each, settings with which no program can start; `withoutSecret` where only the schema is worked on. */
export function requireSettings({ withoutSecret = false } = {}): void {
  const problems = settingProblems(withoutSecret ? process.env : { ...process.env, NODE_ENV: 'production' });
  if (problems.length > 0) throw new Trouble(`Millet cannot start with these settings:\n  ${problems.join('\n  ')}`);
}

/** With `bare` the database is left as it is: what is restored into it brings its own version. */
export async function prepare({
  seed = false,
  bare = false,
  withoutSecret = false,
}: { seed?: boolean; bare?: boolean; withoutSecret?: boolean } = {}): Promise<Prepared> {
  requireSettings({ withoutSecret });
  if (await generateCode(dataDir())) say('Generated the Prisma client.');
  const given = process.env.DATABASE_URL?.trim();
  if (!given) return { ...(await prepareEmbedded(dataDir(), { seed, bare })), embedded: true };
  const applied = bare ? [] : await migrate(given);
  if (applied.length > 0) say(`Applied ${applied.length} migrations.`);
  return { databaseUrl: given, identity: given, embedded: false, release: async () => undefined };
}
