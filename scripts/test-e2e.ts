/** `npm run test:e2e -- [--keep] FILE…`: the browser tests alone; `--keep` uses the last database and build again. */
import { runBrowserTests } from './lib/browser-tests';
import { say } from './lib/say';
import { listenForStop } from './lib/stop-signal';

export async function main(words: string[]): Promise<number> {
  listenForStop();
  const keep = words.includes('--keep');
  const { passed, failed } = await runBrowserTests({ words: words.filter((word) => word !== '--keep'), keep });
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
