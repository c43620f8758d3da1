/** `npm test`: every check there is, one after another; ends with the line `N passed, N failed`. */
import { existsSync } from 'node:fs';

import { runBrowserTests, type Count } from './lib/browser-tests';
import { cruise, formatting, lint, typeCheck, unitTests } from './lib/checks';
import { startPostgres } from './lib/postgres';
import { generateCode } from './lib/generate';
import { say, Trouble } from './lib/say';
import { listenForStop, type StopSignal } from './lib/stop-signal';

type Step = { name: string; run: () => Promise<Count> };

// A step that takes this long hangs; on two free cores the whole takes a fraction of it.
const minute = 60_000;

const steps: Step[] = [
  { name: 'type check', run: typeCheck },
  { name: 'formatting', run: formatting },
  { name: 'lint', run: lint },
  { name: 'architecture', run: cruise },
  { name: 'messages, rules and units', run: () => unitTests(20 * minute) },
  { name: 'browser', run: () => runBrowserTests([], false, 20 * minute) },
];

export async function main(): Promise<number> {
  const stop = listenForStop();
  await generateCode('.data');
  const total: Count = { passed: 0, failed: 0 };
  for (const step of steps) {
    const { passed, failed } = await runStep(step, stop);
    total.passed += passed;
    total.failed += failed;
  }
  await tidy();
  say(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

async function runStep({ name, run }: Step, stop: StopSignal): Promise<Count> {
  if (stop.received) return { passed: 0, failed: 1 };
  say(`\n=== ${name}`);
  const began = Date.now();
  const count = await run().catch(crashed);
  say(`=== ${name}: ${count.passed} passed, ${count.failed} failed in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return count;
}

/** Unit tests that were cut short leave their database server running. */
async function tidy(): Promise<void> {
  if (!existsSync('.data/test/postgres.json')) return;
  await (await startPostgres('.data/test', { quick: true })).release({ remove: Boolean(process.env.CI) });
}

function crashed(error: unknown): Count {
  say(error instanceof Trouble ? error.message : String((error as Error)?.stack ?? error));
  return { passed: 0, failed: 1 };
}
