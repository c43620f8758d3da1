/** `npm run build`: makes the production build without a database, for every database and every machine of this Node version. */
import { buildIfStale } from './lib/build';
import { generateCode } from './lib/generate';
import { say } from './lib/say';

export async function main(): Promise<void> {
  await generateCode('.data');
  await buildIfStale();
  say(`The build is in ${process.env.NEXT_DIST_DIR}.`);
}
