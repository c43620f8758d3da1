/** `npm run db:compare URL URL`: whether two databases have one schema; the order of columns is left out of account. */
import { describeDatabase, differences } from './lib/describe-database';
import { say, Trouble } from './lib/say';

export async function main([one, other]: string[]): Promise<number> {
  if (!one || !other) throw new Trouble('Name two databases: npm run db:compare postgresql://… postgresql://…');
  const [before, after] = [await describeDatabase(one), await describeDatabase(other)];
  const found = differences(before, after);
  for (const line of found) say(line);
  say(found.length === 0 ? `Both say the same of ${before.size} things.` : `${found.length} differences.`);
  return found.length === 0 ? 0 : 1;
}
