/** `npm test`: every check there is; ends with the line `N passed, N failed`. */
import { existsSync } from 'node:fs';

import { runBrowserTests, type Count } from './lib/browser-tests';
import { cruise, formatting, lint, typeCheck, unitTests } from './lib/checks';
import { startPostgres } from './lib/postgres';
import { generateCode } from './lib/generate';
import { say, Trouble } from './lib/say';
import { repeatNames } from './lib/failures';
import { listenForStop, type StopSignal } from './lib/stop-signal';

type Step = { name: string; run: () => Promise<Count> };

// A step that takes this long hangs; on two free cores the whole takes a fraction of it.
const minute = 60_000;

const units: Step = { name: 'messages, rules and units', run: () => unitTests(40 * minute) };
const checks: Step[] = [
  { name: 'type check', run: typeCheck },
  { name: 'formatting', run: formatting },
  { name: 'lint', run: lint },
  { name: 'architecture', run: cruise },
];

/** Units often wait for their database: the checks, the demo brand and the build use the processor meanwhile. Browser tests have it to themselves. */
export async function main(): Promise<number> {
  const stop = listenForStop();
  await generateCode('.data');
  const counting = runStep(units, stop);
  const counts: Count[] = [];
  for (const step of checks) counts.push(await runStep(step, stop));
  counts.push(await runStep(browserAfter(counting, stop), stop), await counting);
  await tidy();
  const [passed, failed] = (['passed', 'failed'] as const).map((which) =>
    counts.reduce((sum, count) => sum + count[which], 0),
  ) as [number, number];
  const second = counts.flatMap((count) => count.second ?? []);
  const names = counts.flatMap((count) => count.names ?? []);
  if (second.length > 0) say(repeatNames('Passed at the second try only', second));
  if (names.length > 0) say(repeatNames('Failed', names));
  say(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function browserAfter(counting: Promise<Count>, stop: StopSignal): Step {
  const before = counting.then(() => {
    if (stop.received) throw new Trouble('Stopped');
  });
  // It may fail before anybody waits for it.
  before.catch(() => undefined);
  return { name: 'browser', run: () => runBrowserTests({ limit: 20 * minute, before }) };
}

async function runStep({ name, run }: Step, stop: StopSignal): Promise<Count> {
  if (stop.received) return { passed: 0, failed: 1 };
  say(`\n=== ${name}`);
  const began = Date.now();
  const count = await run().catch(crashed);
  say(`=== ${name}: ${count.passed} passed, ${count.failed} failed in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return count.failed > 0 && !count.names?.length ? { ...count, names: [name] } : count;
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
