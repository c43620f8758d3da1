/** `npm run check`: types, formatting, lint, import rules, and the units that a change touches; for daily use. */
import { execFileSync } from 'node:child_process';

import type { Count } from './lib/browser-tests';
import { cruise, formatting, lint, typeCheck, unitTests } from './lib/checks';
import { generateCode } from './lib/generate';
import { say } from './lib/say';
import { listenForStop } from './lib/stop-signal';
import { changedFiles, nearestTests } from './lib/touched-tests';

const minute = 60_000;

export async function main(): Promise<number> {
  const stop = listenForStop();
  await generateCode('.data');
  const began = Date.now();
  const steps = { 'type check': typeCheck, formatting, lint, 'import rules': cruise, units: touchedUnits };
  const failed = new Map<string, number>();
  for (const [name, run] of Object.entries(steps)) {
    if (stop.received) return 1;
    // What does not compile or crosses a wall is mended before the units are worth their minutes.
    if (name === 'units' && failed.size > 0) {
      say('left out  units, since an earlier step failed');
      continue;
    }
    const start = Date.now();
    const { failed: count } = await run();
    if (count > 0) failed.set(name, count);
    say(`${count > 0 ? 'FAILED' : 'passed'}  ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  }
  const where = [...failed].map(([name, count]) => `${count} in ${name}`).join(', ') || 'none';
  say(`Failed: ${where}; ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return failed.size > 0 ? 1 : 0;
}

async function touchedUnits(): Promise<Count> {
  const since = branchedFrom();
  const { near, left } = await nearestTests(since, changedFiles(since));
  if (left > 0) say(`${left} more test files depend on the change: npm test runs them.`);
  return near.length > 0 ? unitTests(5 * minute, near) : { passed: 0, failed: 0 };
}

/** The commit that the work began from: where it left the trunk, or the last commit when there is no trunk to compare with. */
function branchedFrom(): string {
  for (const trunk of ['origin/main', 'main'])
    try {
      return execFileSync('git', ['merge-base', 'HEAD', trunk], { encoding: 'utf8', stdio: 'pipe' }).trim();
    } catch {
      // There is no such branch here.
    }
  return 'HEAD';
}
