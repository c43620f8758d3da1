/** `npm run db:migrate`: applies the migrations that the database lacks. */
import { prepare } from './lib/prepare';
import { say } from './lib/say';

export async function main(): Promise<void> {
  const prepared = await prepare({ withoutSecret: true });
  await prepared.release();
  say('The database is up to date.');
}
