/** `npm run build`: makes the production build without a database, for every database and every machine of this Node version. */
import { buildIfStale } from './lib/build';
import { generateClient } from './lib/prisma-client';
import { say } from './lib/say';

export async function main(): Promise<void> {
  await generateClient('.data');
  await buildIfStale();
  say(`The build is in ${process.env.NEXT_DIST_DIR}.`);
}
