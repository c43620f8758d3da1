/** `npm run test:soak`: what takes too long for every day: every moment to be killed at, thousands of random schedules and of missing pages, areas of the site turned off one by one, new domains, and whether the bench of the staff's lists still runs. */
import { testFilesWith } from '@/tests/support/apart';

import { main as benchStaff } from './bench-staff';
import { unitTests } from './lib/checks';
import { runBrowserTests } from './lib/browser-tests';
import { generateCode } from './lib/generate';
import { say } from './lib/say';
import { soakMissing } from './lib/soak-missing';
import { soakNewDomain } from './lib/soak-new-domain';
import { listenForStop } from './lib/stop-signal';

/** The tests that do a part of their work on other days, and all of it here. */
const soaking = (ending?: RegExp) => testFilesWith('.', /process\.env\.SOAK/, ending);
const hour = 3_600_000;

export async function main(): Promise<number> {
  listenForStop();
  await generateCode('.data');
  process.env.SOAK = '1';
  const { passed, failed } = await unitTests(hour, soaking());
  say(`${passed} passed, ${failed} failed`);
  const pages = await runBrowserTests({ words: soaking(/\.spec\.ts$/) });
  process.env.E2E_ALONE = '1';
  const walk = await runBrowserTests({});
  const green = (await soakNewDomain()) && pages.failed + walk.failed === 0;
  const bounded = await soakMissing();
  return failed > 0 || !green || !bounded || !(await benchRuns()) ? 1 : 0;
}

// Its times mean nothing among so few rows: that it asks every list and is answered does.
async function benchRuns(): Promise<boolean> {
  try {
    await benchStaff(['--rows', '3000', '--times', '1']);
    return true;
  } catch (error) {
    say(`bench:staff does not run: ${String(error)}`);
    return false;
  }
}
