/** `npm run test:soak`: what takes too long for every day: every moment to be killed at, thousands of random schedules and of missing pages, new domains. */
import { unitTests } from './lib/checks';
import { generateCode } from './lib/generate';
import { say } from './lib/say';
import { soakMissing } from './lib/soak-missing';
import { soakNewDomain } from './lib/soak-new-domain';
import { listenForStop } from './lib/stop-signal';

const files = ['lib/flows/orders/crash.test.ts', 'lib/drops/ledger.test.ts'];
const hour = 3_600_000;

export async function main(): Promise<number> {
  listenForStop();
  await generateCode('.data');
  process.env.SOAK = '1';
  const { passed, failed } = await unitTests(hour, files);
  say(`${passed} passed, ${failed} failed`);
  const green = await soakNewDomain();
  const bounded = await soakMissing();
  return failed > 0 || !green || !bounded ? 1 : 0;
}
