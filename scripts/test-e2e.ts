/**
 * `npm run test:e2e -- [--keep] [--alone] FILE…`: the browser tests; `--keep` uses the last database and build again, `--alone` runs those that
 * change the demo for everybody.
 */
import { runBrowserTests } from './lib/browser-tests';
import { say } from './lib/say';
import { listenForStop } from './lib/stop-signal';

export async function main(words: string[]): Promise<number> {
  listenForStop();
  const keep = words.includes('--keep');
  if (words.includes('--alone')) process.env.E2E_ALONE = '1';
  const files = words.filter((word) => !['--keep', '--alone'].includes(word));
  const { passed, failed } = await runBrowserTests({ words: files, keep });
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
